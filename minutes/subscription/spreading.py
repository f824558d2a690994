"""From what is new to letters: whom it is told to, once, and in which mail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from boards.shared.clock import STOCKHOLM, now
from boards.shared.outbox import enqueue
from minutes.search.models import SearchRow
from minutes.search.queries import new_hits
from minutes.search.rows import SOURCES
from minutes.subscription.enums import Frequency, Topic, What
from minutes.subscription.models import Letter, Mention, News, Subscription
from minutes.subscription.rules import AUDIENCE, collected_until
from minutes.subscription.topics import Pair, question_in

AT_ONCE = 500
QUESTIONS_AT_ONCE = 200
# What was published in a long transaction is seen later than its own time says.
LOOK_BACK = timedelta(minutes=15)
MODELS = {source.kind: model for model, source in SOURCES.items()}


def following() -> QuerySet[Subscription]:
    """Return the subscriptions that get mail."""
    return Subscription.objects.filter(
        confirmed_at__isnull=False, subscriber__rests_since=None
    )


@transaction.atomic
def spread() -> int:
    """Let every subscription know of what is new; return how much there was."""
    rows = News.objects.select_for_update(skip_locked=True, of=["self"])
    rows = rows.select_related("board", "municipality").order_by("pk")
    found = list(rows.filter(spread_at=None, found_at__lte=now())[:AT_ONCE])
    pairs = {one: pairs_of(one) for one in found}
    followers = followers_of({pair for said in pairs.values() for pair in said})
    mention(
        Mention(subscription_id=pk, what=one.what, row_id=one.row_id)
        for one, said in pairs.items()
        for pk in {pk for pair in said for pk in followers[pair]}
    )
    News.objects.filter(pk__in=[one.pk for one in found]).update(spread_at=now())
    return len(found)


def pairs_of(news: News) -> list[Pair]:
    """Return what somebody follows who is to be told."""
    targets = {
        Topic.BOARD: news.board.slug,
        Topic.NOTICE_BOARD: news.municipality.slug if news.municipality else "",
        Topic.CASE: str(news.case_id or ""),
    }
    what = What(news.what)
    return [
        (topic, target)
        for topic, target in targets.items()
        if target and what in AUDIENCE[topic]
    ]


def followers_of(pairs: set[Pair]) -> dict[Pair, list[int]]:
    """Return who follows each of these; they stay until the transaction ends."""
    wanted = Q(pk=None)
    for topic in AUDIENCE:
        targets = [target for one, target in pairs if one == topic]
        wanted |= Q(topic=topic, target__in=targets)
    rows = following().filter(wanted).order_by("pk")
    found: dict[Pair, list[int]] = defaultdict(list)
    for row in rows.select_for_update(of=["self"], no_key=True):
        found[row.topic, row.target].append(row.pk)
    return found


def mention(rows: Iterable[Mention]) -> None:
    """Write down what is to be told; what was told already stays told."""
    Mention.objects.bulk_create(rows, batch_size=1000, ignore_conflicts=True)


@transaction.atomic
def ask_searches() -> int:
    """Ask saved searches for what is new; return how many were asked."""
    until = now()
    newest = SearchRow.objects.order_by("-added_at").values("added_at")[:1]
    rows = following().filter(topic=Topic.SEARCH, followed_until__isnull=False)
    rows = rows.filter(followed_until__lt=Subquery(newest) + LOOK_BACK)
    rows = rows.order_by("followed_until", "pk")
    due = list(
        rows.select_for_update(skip_locked=True, of=["self"])[:QUESTIONS_AT_ONCE]
    )
    same: dict[str, list[Subscription]] = defaultdict(list)
    for row in due:
        same[row.target].append(row)
    for target, subscriptions in same.items():
        ask_search(target, subscriptions, until)
    pks = [row.pk for row in due]
    Subscription.objects.filter(pk__in=pks).update(followed_until=until)
    return len(due)


def ask_search(target: str, subscriptions: list[Subscription], until: datetime) -> None:
    """Tell all who saved one question what it has found since they were last told."""
    moments = [row.followed_until for row in subscriptions if row.followed_until]
    hits = new_hits(question_in(target), min(moments) - LOOK_BACK, until)
    born = created({(hit.kind, hit.row_id) for hit in hits})
    mention(
        Mention(subscription=row, what=kind, row_id=pk)
        for (kind, pk), created_at in born.items()
        for row in subscriptions
        if row.confirmed_at and created_at >= row.confirmed_at
    )


def created(keys: set[tuple[str, int]]) -> dict[tuple[str, int], datetime]:
    """Return when the rows behind hits were first published.

    Search is made anew now and then; what was there before is not news for that.
    """
    found: dict[tuple[str, int], datetime] = {}
    for kind, model in MODELS.items():
        pks = [pk for one, pk in keys if one == kind]
        if pks:
            rows = model._default_manager.filter(pk__in=pks, withdrawn_at=None)
            times = rows.values_list("pk", "created_at")
            found |= {(str(kind), pk): at for pk, at in times}
    return found


@transaction.atomic
def write_letters() -> int:
    """Put what waits into letters, for those whose mail is due; return how many."""
    local = now().astimezone(STOCKHOLM)
    due = Q(pk=None)
    for frequency in Frequency:
        waiting = Mention.objects.filter(
            subscription=OuterRef("pk"),
            letter=None,
            found_at__lte=collected_until(frequency, local),
        )
        due |= Q(Exists(waiting), frequency=frequency)
    rows = following().filter(due).order_by("pk")
    found = list(rows.select_for_update(skip_locked=True, of=["self"])[:AT_ONCE])
    letters = Letter.objects.bulk_create(Letter(subscription=row) for row in found)
    own = Subquery(
        Letter.objects.filter(
            pk__in=[letter.pk for letter in letters],
            subscription=OuterRef("subscription"),
        ).values("pk")[:1]
    )
    for frequency in Frequency:
        Mention.objects.filter(
            subscription__in=[row.pk for row in found if row.frequency == frequency],
            letter=None,
            found_at__lte=collected_until(frequency, local),
        ).update(letter=own)
    for letter in letters:
        enqueue("subscription.letter", letter)
    return len(letters)
