"""`python -m extractor`."""

from extractor.cli.main import main

main()
