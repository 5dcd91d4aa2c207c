"""Which day it is; a build that shall be the same tomorrow sets SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone

# Seconds since 1970: reproducible-builds.org/specs/source-date-epoch
VARIABLE = "SOURCE_DATE_EPOCH"
# The day that has begun somewhere: a writer in New Zealand is ahead of the machine that checks the page.
FIRST_TO_WAKE = timezone(timedelta(hours=14))


class ClockError(ValueError):
    """The variable that sets the day holds no time."""


def fixed_time() -> datetime | None:
    """Return the time that SOURCE_DATE_EPOCH holds, or None when it is not set. Raises ClockError."""
    fixed = os.environ.get(VARIABLE)
    if not fixed:
        return None
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ClockError(f"{VARIABLE} is “{fixed}” -> give it a number of seconds, or leave it away") from error


def today() -> date:
    """Return the day of SOURCE_DATE_EPOCH if it is set, else of the clock. Raises ClockError."""
    return (fixed_time() or datetime.now(FIRST_TO_WAKE)).date()
