"""Tests of this guide."""
