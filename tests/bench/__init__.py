"""Speed and size, as figures with bars: `python -m tests.bench`. A module here offers `figures`, see `figure.py`."""
