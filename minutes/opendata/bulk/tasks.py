"""Keeping the files of the years up to date."""

from celery import shared_task

from minutes.opendata.bulk.queries import years


@shared_task
def make_year_files() -> None:
    """Make the file of each year in which something was published or taken back."""
    # idempotent: a file that says all is left alone
    from minutes.opendata.bulk.actions import make_year  # noqa: PLC0415  task

    for year in years():
        make_year(year=year)
