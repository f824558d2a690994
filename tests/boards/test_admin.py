"""The registers in the admin: who may, what is refused where, what is remembered."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.access.models import RoleAssignment
from boards.board.models import Board, Regulations
from boards.membership.enums import MemberRole
from boards.membership.models import Membership
from boards.person.models import Person, User
from boards.shared import outbox
from boards.shared.models import OutboxMessage, RowChange
from tests.factories import registers as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]

PREFIXES = (
    "regulations",
    "memberships",
    "substitution_order",
    "staff_posts",
    "roles",
    "recipients",
)


@pytest.fixture
def admin() -> User:
    return make.user("forvaltare", administrator=True)


@pytest.fixture
def client(admin: User) -> Client:
    client = Client()
    client.force_login(admin)
    return client


def fields_of(board: Board) -> dict[str, Any]:
    names = ("name", "genitive", "kind", "prefix", "slug", "email", "seats")
    said = {name: getattr(board, name) for name in names}
    said |= {"host": board.host_id, "valid_from": "2019-01-01", "valid_to": ""}
    said |= {"partners": [row.pk for row in board.partners.all()]}
    for prefix in PREFIXES:
        said |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    return said


def with_terms(board: Board, *new: dict[str, Any]) -> dict[str, Any]:
    """The board's page with its terms of office and some new ones."""
    said, rows = fields_of(board), list(board.memberships.order_by("pk"))
    forms = [
        {
            "id": row.pk,
            "person": row.person_id,
            "role": row.role,
            "party": row.party_id or "",
            "municipality": row.municipality_id,
            "valid_from": row.valid_from,
            "valid_to": row.valid_to or "",
            "call_order": row.call_order,
            "decision": row.decision,
        }
        for row in rows
    ]
    forms += [{"call_order": 0, "municipality": board.host_id} | row for row in new]
    said |= {"memberships-TOTAL_FORMS": len(forms)}
    said |= {"memberships-INITIAL_FORMS": len(rows)}
    for number, form in enumerate(forms):
        said |= {f"memberships-{number}-{name}": v for name, v in form.items()}
    return said


def change(client: Client, board: Board, said: dict[str, Any]) -> Any:
    return client.post(reverse("admin:boards_board_change", args=[board.pk]), said)


def term_errors(response: Any) -> dict[str, list[str]]:
    formsets = response.context["inline_admin_formsets"]
    errors = next(
        row.formset.errors for row in formsets if row.opts.model is Membership
    )
    return errors[-1]


@pytest.mark.parametrize(
    "name", ["municipality", "board", "party", "person", "membership", "user"]
)
def test_register_when_opened_then_list_and_add_page(client: Client, name: str) -> None:
    make.membership(make.board())
    for page in ("changelist", "add"):
        answer = client.get(reverse(f"admin:boards_{name}_{page}"))
        assert answer.status_code == 200


@pytest.mark.parametrize("name", ["board", "person", "membership", "user"])
def test_list_when_more_rows_then_same_number_of_queries(
    client: Client, name: str, django_assert_num_queries: Any
) -> None:
    url = reverse(f"admin:boards_{name}_changelist")
    board = make.board()
    make.role(board, who=make.user(of=make.membership(board).person))
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for _number in range(2):
        make.role(board, who=make.user(of=make.membership(board).person))
    with django_assert_num_queries(len(few)):
        client.get(url)


def test_register_when_secretary_comes_then_denied() -> None:
    client = Client()
    client.force_login(make.secretary(make.board()))
    assert client.get(reverse("admin:index"), follow=True).status_code == 403
    assert client.get(reverse("admin:boards_board_add"), follow=True).status_code == 403


def test_register_when_staff_without_superuser_then_still_theirs() -> None:
    user = make.user(administrator=True)
    User.objects.filter(pk=user.pk).update(is_superuser=False)
    client = Client()
    client.force_login(user)
    assert client.get(reverse("admin:boards_board_changelist")).status_code == 200


def test_autocomplete_when_name_is_typed_then_finds_the_person(client: Client) -> None:
    make.person("Anna Ek")
    said = {"app_label": "boards", "model_name": "membership", "field_name": "person"}
    answer = client.get(reverse("admin:autocomplete"), said | {"term": "ek"})
    assert [row["text"] for row in answer.json()["results"]] == ["Anna Ek"]


def test_board_when_added_then_history_knows_who(client: Client, admin: User) -> None:
    said = fields_of(make.board("ks")) | {
        "name": "Tekniska nämnden",
        "slug": "tn",
        "prefix": "TN",
    }
    answer = client.post(reverse("admin:boards_board_add"), said)
    assert answer.status_code == 302, answer.context["errors"]
    board = Board.objects.get(slug="tn")
    row = RowChange.objects.get(table_name="boards_board", row_id=board.pk)
    assert row.actor_id == admin.pk


@pytest.mark.law("KL-19")
def test_board_when_ordinary_has_partner_then_said_at_partners(client: Client) -> None:
    board = make.board()
    said = fields_of(board) | {"partners": [make.municipality("Berga").pk]}
    answer = change(client, board, said)
    assert list(answer.context["adminform"].form.errors) == ["partners"]
    assert "KL 9:19" in answer.content.decode()


def test_regulations_when_pattern_gives_no_number_then_said_at_field(
    client: Client,
) -> None:
    board = make.board()
    said = fields_of(board) | {
        "regulations-TOTAL_FORMS": 1,
        "regulations-0-valid_from": "2020-01-01",
        "regulations-0-decision": "KF § 1",
        "regulations-0-approver_count": 1,
        "regulations-0-summons_days": 7,
        "regulations-0-dnr_pattern": "{prefix}/{year}",
        "regulations-0-storage_place": "Alby",
        "regulations-0-vote_layout": "table",
    }
    answer = change(client, board, said)
    formset = answer.context["inline_admin_formsets"][0].formset
    assert list(formset.errors[0]) == ["dnr_pattern"]
    assert Regulations.objects.filter(board=board).count() == 1


@pytest.mark.law("KL-14")
def test_term_when_overlapping_then_field_names_the_other(client: Client) -> None:
    board = make.board()
    term = make.membership(board, make.person("Anna Ek"))
    new = {"person": term.person_id, "role": "substitute", "valid_from": "2020-03-01"}
    answer = change(client, board, with_terms(board, new))
    said = term_errors(answer)["valid_from"][0]
    for word in ("Anna Ek", board.name, "2019-01-01", "ledamot"):
        assert word in said
    assert board.memberships.count() == 1


def test_term_when_second_chair_then_said_at_role(client: Client) -> None:
    board = make.board()
    make.membership(board, role=MemberRole.CHAIR)
    new = {"person": make.person().pk, "role": "chair", "valid_from": "2020-03-01"}
    answer = change(client, board, with_terms(board, new))
    assert "KL 6:20" in term_errors(answer)["role"][0]


def test_term_when_two_new_rows_overlap_then_refused(client: Client) -> None:
    board, anna = make.board(), make.person("Anna Ek")
    new = {"person": anna.pk, "role": "member", "valid_from": "2020-03-01"}
    answer = change(client, board, with_terms(board, new, new))
    assert "valid_from" in term_errors(answer)
    assert not board.memberships.exists()


def test_chair_when_one_ends_and_next_begins_in_one_go_then_saved(
    client: Client,
) -> None:
    board = make.board()
    make.membership(board, role=MemberRole.CHAIR)
    new = {"person": make.person().pk, "role": "chair", "valid_from": "2023-01-01"}
    said = with_terms(board, new) | {"memberships-0-valid_to": "2022-12-31"}
    assert change(client, board, said).status_code == 302
    assert board.memberships.filter(role="chair").count() == 2


def test_term_when_it_ends_before_it_starts_then_said_at_end(client: Client) -> None:
    board = make.board()
    new = {"person": make.person().pk, "role": "member"}
    new |= {"valid_from": "2020-03-01", "valid_to": "2020-02-01"}
    answer = change(client, board, with_terms(board, new))
    assert list(term_errors(answer)) == ["valid_to"]


@pytest.mark.law("KL-19")
def test_joint_board_when_substitutes_are_missing_then_warned(client: Client) -> None:
    board = make.board(joint=True)
    new = {"person": make.person().pk, "role": "chair", "valid_from": "2020-03-01"}
    answer = client.post(
        reverse("admin:boards_board_change", args=[board.pk]),
        with_terms(board, new),
        follow=True,
    )
    said = [str(message) for message in answer.context["messages"]]
    assert any("KL 9:24" in text for text in said)


def test_new_person_when_given_term_on_same_page_then_both_saved(
    client: Client,
) -> None:
    board = make.board()
    said = {
        "given_name": "Ny",
        "family_name": "Ledamot",
        "email": "ny@alby.example",
        "memberships-TOTAL_FORMS": 1,
        "memberships-INITIAL_FORMS": 0,
        "memberships-0-board": board.pk,
        "memberships-0-role": "member",
        "memberships-0-municipality": board.host_id,
        "memberships-0-valid_from": "2020-01-01",
        "memberships-0-call_order": 0,
        "staff_posts-TOTAL_FORMS": 0,
        "staff_posts-INITIAL_FORMS": 0,
    }
    answer = client.post(reverse("admin:boards_person_add"), said)
    assert answer.status_code == 302, answer.context["errors"]
    assert Person.objects.get(family_name="Ledamot").memberships.count() == 1


def test_term_alone_when_overlapping_then_refused(client: Client) -> None:
    board = make.board()
    term = make.membership(board)
    said = {
        "board": board.pk,
        "person": term.person_id,
        "role": "member",
        "municipality": board.host_id,
        "valid_from": "2020-01-01",
        "call_order": 0,
    }
    answer = client.post(reverse("admin:boards_membership_add"), said)
    assert list(answer.context["adminform"].form.errors) == ["valid_from"]


def account(board: Board, **values: Any) -> dict[str, Any]:
    return {
        "username": "fatima",
        "person": make.person("Fatima Sundell").pk,
        "password1": "ett-riktigt-langt-ord",
        "password2": "ett-riktigt-langt-ord",
        "usable_password": "true",
        "roles-TOTAL_FORMS": 1,
        "roles-INITIAL_FORMS": 0,
        "roles-0-board": board.pk,
        "roles-0-role": "secretary",
        "roles-0-valid_from": "2020-01-01",
    } | values


def test_account_when_added_with_role_then_can_log_in(client: Client) -> None:
    board = make.board()
    answer = client.post(reverse("admin:boards_user_add"), account(board))
    assert answer.status_code == 302, answer.context["errors"]
    user = User.objects.get(username="fatima")
    assert user.check_password("ett-riktigt-langt-ord")
    assert RoleAssignment.objects.filter(user=user, board=board).exists()
    assert not user.is_superuser


def test_account_when_same_role_twice_then_refused(client: Client) -> None:
    board = make.board()
    said = account(board) | {"roles-TOTAL_FORMS": 2}
    said |= {
        f"roles-1-{name}": said[f"roles-0-{name}"]
        for name in ("board", "role", "valid_from")
    }
    answer = client.post(reverse("admin:boards_user_add"), said)
    formset = answer.context["inline_admin_formsets"][0].formset
    assert "valid_from" in formset.errors[1]
    assert not User.objects.filter(username="fatima").exists()


def test_password_when_set_then_history_knows_who_but_not_what(
    client: Client, admin: User
) -> None:
    user = make.user()
    said = {"password1": "ett-riktigt-langt-ord", "password2": "ett-riktigt-langt-ord"}
    url = reverse("admin:auth_user_password_change", args=[user.pk])
    assert client.post(url, said | {"usable_password": "true"}).status_code == 302
    row = RowChange.objects.filter(table_name="boards_user", row_id=user.pk).last()
    assert row.actor_id == admin.pk
    assert "password" not in row.after


def test_delete_when_asked_then_refused_everywhere(client: Client) -> None:
    term = make.membership(make.board())
    for name, obj in (
        ("membership", term),
        ("board", term.board),
        ("person", term.person),
    ):
        url = reverse(f"admin:boards_{name}_delete", args=[obj.pk])
        assert client.post(url, {"post": "yes"}).status_code == 403


def test_history_when_term_changed_then_before_and_after_are_shown(
    client: Client,
) -> None:
    board = make.board()
    make.membership(board, make.person("Anna Ek"), valid_to=None)
    change(client, board, with_terms(board) | {"memberships-0-valid_to": "2020-12-31"})
    url = reverse("admin:boards_board_history", args=[board.pk])
    page = client.get(url).content.decode()
    assert "2020-12-31" in page
    assert "Anna Ek" in page
    assert "Ändrad" in page


def test_history_when_more_changes_then_same_number_of_queries(
    client: Client, django_assert_num_queries: Any
) -> None:
    board = make.board()
    url = reverse("admin:boards_board_history", args=[board.pk])
    make.membership(board)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    make.membership(board)
    make.membership(board)
    with django_assert_num_queries(len(few)):
        client.get(url)


def failed_job() -> OutboxMessage:
    row = OutboxMessage.objects.create(
        kind="dispatch.send", object_id=1, due_at="2020-09-01T08:00:00+02:00"
    )
    OutboxMessage.objects.filter(pk=row.pk).update(
        state="failed", attempts=outbox.MOST_ATTEMPTS, last_error="OSError: stängt"
    )
    return row


def test_outbox_when_failed_is_tried_again_then_waits(client: Client) -> None:
    row = failed_job()
    url = reverse("admin:boards_outboxmessage_changelist")
    said = {"action": "try_failed_again", "_selected_action": [row.pk]}
    answer = client.post(url, said, follow=True)
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("pending", 0)
    assert answer.status_code == 200


def test_outbox_when_somebody_edits_then_refused(client: Client) -> None:
    url = reverse("admin:boards_outboxmessage_change", args=[failed_job().pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"state": "delivered"}).status_code == 403


def test_personal_substitute_when_for_another_board_then_refused(
    client: Client,
) -> None:
    board, other = make.board(), make.board(prefix="ANN", slug="ann", name="Annan")
    make.membership(board)
    stranger = make.membership(other)
    new = {
        "person": make.person().pk,
        "role": MemberRole.SUBSTITUTE,
        "valid_from": "2020-01-01",
        "personal_for": stranger.pk,
    }
    response = change(client, board, with_terms(board, new))
    assert response.status_code == 200
    assert "personal_for" in term_errors(response)
