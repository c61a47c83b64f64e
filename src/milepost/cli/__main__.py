"""`python -m milepost.cli` does what `milepost` does."""

from milepost.cli.main import main

if __name__ == "__main__":
    main()
