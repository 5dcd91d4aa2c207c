#!/bin/sh
# Makes an environment from a hash-locked list of requirements: setup.sh REQUIREMENTS STAMP (a file in its folder)
# Says in one line what is missing. The stamp is written last, so a run cut short is done again.
set -eu
requirements=$1 stamp=$2 venv=${2%/*} python=${PYTHON:-python3}

stop() { echo "$1" >&2; exit 1; }

command -v "$python" >/dev/null 2>&1 ||
  stop "Python is missing. Install Python 3.11 or newer, then type the same command again."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  stop "This Python is too old ($("$python" -V 2>&1)). Install Python 3.11 or newer, or name it: make site PYTHON=python3.12"

[ -f "$venv/ready" ] || {
  echo "Making ready (once, about a minute) ..."
  "$python" -m venv --clear "$venv" >/dev/null 2>&1 ||
    stop "Python cannot make a virtual environment. On Debian and Ubuntu: install the package python3-venv, then try again."
}
log=$venv/install.log
pip() { "$venv/bin/python" -m pip --disable-pip-version-check --retries 1 --timeout 20 "$@" >>"$log" 2>&1; }
: >"$log"
# The list is whole, with everything that its packages need: pip adds nothing of its own.
{ pip install --no-deps --require-hashes -r "$requirements" && pip install --no-deps --no-build-isolation --editable .; } || {
  if grep -qE 'NewConnectionError|NameResolutionError|ConnectTimeout|Failed to establish|Max retries exceeded|Network is unreachable|Connection refused' "$log"
  then stop "No connection to the package index. Connect this computer to the internet, then type the same command again."
  else stop "The packages could not be installed. The reason is at the end of $log."
  fi
}
touch "$stamp"
