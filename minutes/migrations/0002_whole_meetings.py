import django.db.models.deletion
import minutes.item.enums
import minutes.meeting.enums
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0002_whole_meetings'),
        ('cases', '0002_whole_meetings'),
        ('minutes', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Adjournment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_at', models.DateTimeField(verbose_name='from')),
                ('to_at', models.DateTimeField(blank=True, null=True, verbose_name='to')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
            ],
            options={
                'ordering': ['from_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AgendaVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('made_at', models.DateTimeField()),
                ('agenda', models.JSONField()),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='AskedQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.item.enums.AskedKind['INTERPELLATION'], 'Interpellation'), (minutes.item.enums.AskedKind['QUESTION'], 'Question'), (minutes.item.enums.AskedKind['PUBLIC_QUESTION'], 'Question from the public')], max_length=15, verbose_name='kind')),
                ('asked_by', models.CharField(max_length=170, verbose_name='asked by')),
                ('asked_to', models.CharField(blank=True, max_length=170, verbose_name='asked to')),
                ('text', models.TextField(verbose_name='question')),
                ('answered_by', models.CharField(blank=True, max_length=170, verbose_name='answered by')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BallotOption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=170, verbose_name='name')),
                ('votes', models.PositiveSmallIntegerField(default=0, verbose_name='votes')),
                ('is_elected', models.BooleanField(default=False, verbose_name='elected')),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ChosenChair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='EarlierHandling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=200, verbose_name='as named in the minutes')),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Elected',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=170, verbose_name='name')),
                ('party', models.CharField(blank=True, max_length=60, verbose_name='party')),
                ('post', models.CharField(max_length=120, verbose_name='elected as')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='to')),
                ('in_place_of', models.CharField(blank=True, max_length=170, verbose_name='in the place of')),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='FurtherCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='MinutesNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.item.enums.NoteKind['NOTE'], 'Note to the minutes'), (minutes.item.enums.NoteKind['STATEMENT'], 'Separate statement'), (minutes.item.enums.NoteKind['OPINION'], 'Opinion of a substitute or other elected')], max_length=10, verbose_name='kind')),
                ('on_behalf_of', models.CharField(blank=True, max_length=80, verbose_name='on behalf of')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('dated_on', models.DateField(blank=True, null=True, verbose_name='dated')),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='NonParticipation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='NoteMaker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='ProposalAbout',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='ProposalTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='ReportedDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ReservedPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='RoundTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='StandingItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('heading', models.CharField(max_length=200, verbose_name='heading')),
                ('kind', models.CharField(choices=[('opening', 'opening'), ('decision', 'decision'), ('information', 'information'), ('communications', 'communications'), ('delegations', 'delegations'), ('election', 'election'), ('interpellation', 'interpellation'), ('question', 'question'), ('question_time', 'question_time')], default=minutes.meeting.enums.AgendaKind['OPENING'], max_length=15, verbose_name='kind')),
                ('section', models.CharField(blank=True, max_length=80, verbose_name='part of the agenda')),
                ('proposal', models.TextField(blank=True, help_text='What the § starts from, when the point becomes one.', verbose_name='proposed decision')),
                ('is_last', models.BooleanField(default=False, verbose_name='at the end of the agenda')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
            ],
            options={
                'verbose_name': 'standing point',
                'verbose_name_plural': 'standing points',
                'ordering': ['board', 'is_last', 'position', 'pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='approval',
            name='approved_on_exactly_when_approved',
        ),
        migrations.RemoveConstraint(
            model_name='chosenapprover',
            name='approver_chosen_once',
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='agreed_at',
            field=models.DateTimeField(blank=True, help_text='For an urgent matter that was not announced (KL 5:15).', null=True, verbose_name='all agreed to handle it'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='cause',
            field=models.CharField(choices=[(minutes.meeting.enums.AgendaCause['CHOSEN'], 'Put there by the secretary'), (minutes.meeting.enums.AgendaCause['STANDING'], 'Standing point'), (minutes.meeting.enums.AgendaCause['POSTPONED'], 'Postponed from another meeting'), (minutes.meeting.enums.AgendaCause['REFERRED_BACK'], 'Back after a referral'), (minutes.meeting.enums.AgendaCause['URGENT_DECISION'], 'Urgent decision to report (KL 6:39)'), (minutes.meeting.enums.AgendaCause['DELEGATION'], 'Delegated decisions to report (KL 6:40)')], default=minutes.meeting.enums.AgendaCause['CHOSEN'], max_length=16, verbose_name='why it is here'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='follows',
            field=models.ForeignKey(blank=True, help_text='The point of an earlier meeting that sent the matter here.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='minutes.agendaitem', verbose_name='goes on from'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='section',
            field=models.CharField(blank=True, help_text='A heading the points stand under, such as Information.', max_length=80, verbose_name='part of the agenda'),
        ),
        migrations.AddField(
            model_name='approval',
            name='migrated_from',
            field=models.CharField(blank=True, help_text='Where minutes signed elsewhere come from; none sign them here.', max_length=120, verbose_name='moved here from'),
        ),
        migrations.AddField(
            model_name='approval',
            name='migrated_sha256',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='attendance',
            name='admitted_by',
            field=models.CharField(blank=True, max_length=80, verbose_name='present by the decision in'),
        ),
        migrations.AddField(
            model_name='chosenapprover',
            name='for_item',
            field=models.ForeignKey(blank=True, help_text='Empty: the whole meeting. Else only this point, for jäv.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='own_approvers', to='minutes.agendaitem'),
        ),
        migrations.AddField(
            model_name='chosenapprover',
            name='is_reserve',
            field=models.BooleanField(default=False, verbose_name='in reserve'),
        ),
        migrations.AddField(
            model_name='decisionpoint',
            name='addressee',
            field=models.CharField(blank=True, max_length=120, verbose_name='sent to'),
        ),
        migrations.AddField(
            model_name='decisionpoint',
            name='appeal_text',
            field=models.TextField(blank=True, help_text='Needed for an administrative appeal (FL 33).', verbose_name='how this point is appealed'),
        ),
        migrations.AddField(
            model_name='decisionpoint',
            name='parent',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='below', to='minutes.decisionpoint', verbose_name='part of'),
        ),
        migrations.AddField(
            model_name='decisionpoint',
            name='proposed_to',
            field=models.CharField(blank=True, help_text='The body that a proposal goes to, such as Kommunfullmäktige.', max_length=120, verbose_name='who decides'),
        ),
        migrations.AddField(
            model_name='decisionpoint',
            name='reason',
            field=models.TextField(blank=True, verbose_name='reason'),
        ),
        migrations.AddField(
            model_name='decisionpoint',
            name='round',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='settled_points', to='minutes.propositionround', verbose_name='settled by the question'),
        ),
        migrations.AddField(
            model_name='decisionpoint',
            name='until',
            field=models.DateField(blank=True, help_text='Empty: the next meeting.', null=True, verbose_name='postponed to'),
        ),
        migrations.AddField(
            model_name='floorproposal',
            name='not_put_because',
            field=models.TextField(blank=True, verbose_name='why the chair did not put it (KL 5:57)'),
        ),
        migrations.AddField(
            model_name='floorproposal',
            name='on_behalf_of',
            field=models.CharField(blank=True, max_length=80, verbose_name='on behalf of'),
        ),
        migrations.AddField(
            model_name='floorproposal',
            name='until',
            field=models.DateField(blank=True, null=True, verbose_name='postponed to'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='continues',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='continued_by', to='minutes.meeting', verbose_name='goes on with'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='current_item',
            field=models.ForeignKey(blank=True, help_text='The point being handled while the meeting is in session.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='minutes.agendaitem'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='kind',
            field=models.CharField(choices=[(minutes.meeting.enums.MeetingKind['ORDINARY'], 'Ordinary'), (minutes.meeting.enums.MeetingKind['EXTRA'], 'Extra'), (minutes.meeting.enums.MeetingKind['CONTINUED'], 'Continued')], default=minutes.meeting.enums.MeetingKind['ORDINARY'], max_length=10, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='migrated_from',
            field=models.CharField(blank=True, help_text='The system the meeting was first written in.', max_length=120, verbose_name='moved here from'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='minutes_number',
            field=models.CharField(blank=True, help_text='Only if the board numbers its minutes within the year.', max_length=40, verbose_name='number of the minutes'),
        ),
        migrations.AddField(
            model_name='minutesitem',
            name='is_authority',
            field=models.BooleanField(default=False, verbose_name='exercise of authority against an individual (KL 4:26)'),
        ),
        migrations.AddField(
            model_name='minutesitem',
            name='proposed_by',
            field=models.CharField(blank=True, help_text="Empty: the administration's.", max_length=120, verbose_name='whose proposal it is'),
        ),
        migrations.AddField(
            model_name='minutesitem',
            name='reference',
            field=models.CharField(blank=True, help_text='Such as “KF handling nr 12”.', max_length=120, verbose_name="other body's number"),
        ),
        migrations.AddField(
            model_name='presencespan',
            name='from_part',
            field=models.CharField(blank=True, help_text='Empty: the whole point. Else which part, such as “p. 3”.', max_length=20),
        ),
        migrations.AddField(
            model_name='presencespan',
            name='to_part',
            field=models.CharField(blank=True, help_text='Empty: the whole point. Else which part, such as “p. 3”.', max_length=20),
        ),
        migrations.AddField(
            model_name='proposeddecision',
            name='parent',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='below', to='minutes.proposeddecision', verbose_name='part of'),
        ),
        migrations.AddField(
            model_name='proposer',
            name='is_seconder',
            field=models.BooleanField(default=False, verbose_name='agrees with the proposer'),
        ),
        migrations.AddField(
            model_name='propositionround',
            name='asked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.attendance', verbose_name='who asked for the vote'),
        ),
        migrations.AddField(
            model_name='propositionround',
            name='found_yes',
            field=models.BooleanField(blank=True, null=True, verbose_name='what the chair found before the vote was asked for'),
        ),
        migrations.AddField(
            model_name='propositionround',
            name='no_proposal',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.floorproposal', verbose_name='no is for'),
        ),
        migrations.AddField(
            model_name='propositionround',
            name='purpose',
            field=models.CharField(choices=[(minutes.item.enums.RoundPurpose['PROCEDURAL'], 'Whether the matter is decided today'), (minutes.item.enums.RoundPurpose['COUNTER'], 'Which becomes the counter-proposal'), (minutes.item.enums.RoundPurpose['MAIN'], 'The matter itself'), (minutes.item.enums.RoundPurpose['ADDITION'], 'An addition'), (minutes.item.enums.RoundPurpose['ELECTION'], 'An election')], default=minutes.item.enums.RoundPurpose['MAIN'], max_length=10, verbose_name='what the question settles'),
        ),
        migrations.AddField(
            model_name='propositionround',
            name='yes_proposal',
            field=models.ForeignKey(blank=True, help_text='Empty: the proposal the meeting started from.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.floorproposal', verbose_name='yes is for'),
        ),
        migrations.AddField(
            model_name='recusal',
            name='is_finding',
            field=models.BooleanField(default=False, verbose_name='found by the board, not announced (KL 6:30)'),
        ),
        migrations.AddField(
            model_name='reservation',
            name='document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.document', verbose_name='written reservation'),
        ),
        migrations.AddField(
            model_name='reservation',
            name='in_favour_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.floorproposal', verbose_name='in favour of'),
        ),
        migrations.AddField(
            model_name='reservation',
            name='on_behalf_of',
            field=models.CharField(blank=True, max_length=80, verbose_name='on behalf of'),
        ),
        migrations.AlterField(
            model_name='agendaitem',
            name='kind',
            field=models.CharField(choices=[(minutes.meeting.enums.AgendaKind['OPENING'], 'Opening (no §)'), (minutes.meeting.enums.AgendaKind['DECISION'], 'Decision'), (minutes.meeting.enums.AgendaKind['INFORMATION'], 'Information'), (minutes.meeting.enums.AgendaKind['COMMUNICATIONS'], 'Communications'), (minutes.meeting.enums.AgendaKind['DELEGATIONS'], 'Delegated decisions'), (minutes.meeting.enums.AgendaKind['ELECTION'], 'Election'), (minutes.meeting.enums.AgendaKind['INTERPELLATION'], 'Interpellation'), (minutes.meeting.enums.AgendaKind['QUESTION'], 'Question'), (minutes.meeting.enums.AgendaKind['QUESTION_TIME'], 'Question time')], default=minutes.meeting.enums.AgendaKind['DECISION'], max_length=15, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='attendance',
            name='kind',
            field=models.CharField(choices=[(minutes.meeting.enums.AttendanceKind['MEMBER'], 'Member'), (minutes.meeting.enums.AttendanceKind['SUBSTITUTE'], 'Substitute'), (minutes.meeting.enums.AttendanceKind['STAFF'], 'Staff'), (minutes.meeting.enums.AttendanceKind['UNION'], 'Staff representative (KL 7:10)'), (minutes.meeting.enums.AttendanceKind['OBSERVER'], 'Elected with a right to attend (KL 4:28)'), (minutes.meeting.enums.AttendanceKind['GUEST'], 'Guest')], max_length=10, verbose_name='as'),
        ),
        migrations.AlterField(
            model_name='attendance',
            name='party',
            field=models.CharField(blank=True, max_length=60, verbose_name='party'),
        ),
        migrations.AlterField(
            model_name='decisionpoint',
            name='outcome',
            field=models.CharField(choices=[(minutes.item.enums.PointOutcome['ADOPTED'], 'Adopted'), (minutes.item.enums.PointOutcome['PARTLY'], 'Adopted in part'), (minutes.item.enums.PointOutcome['REJECTED'], 'Rejected'), (minutes.item.enums.PointOutcome['POSTPONED'], 'Postponed'), (minutes.item.enums.PointOutcome['REFERRED_BACK'], 'Referred back'), (minutes.item.enums.PointOutcome['REMITTED'], 'Sent for an opinion'), (minutes.item.enums.PointOutcome['PROPOSES'], 'Proposed to another body'), (minutes.item.enums.PointOutcome['ELECTED'], 'Elected'), (minutes.item.enums.PointOutcome['NOTED'], 'Noted'), (minutes.item.enums.PointOutcome['ANSWERED'], 'Deemed answered'), (minutes.item.enums.PointOutcome['COMPLETED'], 'Deemed completed'), (minutes.item.enums.PointOutcome['WITHDRAWN'], 'Withdrawn from the agenda')], default=minutes.item.enums.PointOutcome['ADOPTED'], max_length=13, verbose_name='outcome'),
        ),
        migrations.AlterField(
            model_name='floorproposal',
            name='kind',
            field=models.CharField(choices=[(minutes.item.enums.ProposalKind['ADOPT'], 'Adopt the proposal'), (minutes.item.enums.ProposalKind['REJECT'], 'Reject the proposal'), (minutes.item.enums.ProposalKind['AMEND'], 'Amendment'), (minutes.item.enums.ProposalKind['ADD'], 'Addition'), (minutes.item.enums.ProposalKind['POSTPONE'], 'Postpone'), (minutes.item.enums.ProposalKind['REFER_BACK'], 'Refer back'), (minutes.item.enums.ProposalKind['ELECT'], 'Elect')], max_length=12, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='itemsection',
            name='kind',
            field=models.CharField(choices=[(minutes.item.enums.SectionKind['SUMMARY'], 'Summary'), (minutes.item.enums.SectionKind['FINANCES'], 'Finances'), (minutes.item.enums.SectionKind['BACKGROUND'], 'Background'), (minutes.item.enums.SectionKind['DETAILS'], 'Own heading'), (minutes.item.enums.SectionKind['ATTENDANCE'], 'Who came and went'), (minutes.item.enums.SectionKind['RECUSAL'], 'Conflict of interest'), (minutes.item.enums.SectionKind['FLOOR'], 'Proposals'), (minutes.item.enums.SectionKind['PROCEDURE'], 'Decision procedure'), (minutes.item.enums.SectionKind['RESERVATION'], 'Reservations'), (minutes.item.enums.SectionKind['NOTES'], 'Notes and statements'), (minutes.item.enums.SectionKind['DISPATCH'], 'Sent to')], max_length=12, verbose_name='section'),
        ),
        migrations.AlterField(
            model_name='propositionround',
            name='settled_by',
            field=models.CharField(blank=True, choices=[(minutes.item.enums.SettledBy['ACCLAMATION'], 'Acclamation'), (minutes.item.enums.SettledBy['MAJORITY'], 'Majority'), (minutes.item.enums.SettledBy['CASTING_VOTE'], "The chair's casting vote"), (minutes.item.enums.SettledBy['LOT'], 'Lot'), (minutes.item.enums.SettledBy['MINORITY'], 'A third of those present (KL 5:50)')], max_length=12, verbose_name='settled by'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', False), ('approved_on__isnull', False), ('state', 'approved'), models.Q(('document__isnull', False), models.Q(('migrated_from', ''), _negated=True), _connector='OR')), models.Q(models.Q(('state', 'approved'), _negated=True), ('approved_at__isnull', True), ('approved_on__isnull', True)), _connector='OR'), name='approved_on_exactly_when_approved'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(('migrated_from', ''), ('state__in', ['preparing', 'approved']), _connector='OR'), name='migrated_is_never_signed_here'),
        ),
        migrations.AddConstraint(
            model_name='chosenapprover',
            constraint=models.UniqueConstraint(fields=('meeting', 'attendance', 'for_item'), name='approver_chosen_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='decisionpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'referred_back'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='referred_back_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='decisionpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'proposes'), models.Q(('proposed_to', ''), _negated=True), ('appeal', 'none')), models.Q(models.Q(('outcome', 'proposes'), _negated=True), ('proposed_to', '')), _connector='OR'), name='proposed_to_somebody_and_not_appealable'),
        ),
        migrations.AddConstraint(
            model_name='decisionpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('appeal', 'administrative'), _negated=True), models.Q(('appeal_text', ''), _negated=True), _connector='OR'), name='administrative_appeal_says_how'),
        ),
        migrations.AddConstraint(
            model_name='decisionpoint',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('outcome', 'postponed'), _connector='OR'), name='only_postponed_until_a_day'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('continues__isnull', False), ('kind', 'continued')), models.Q(models.Q(('kind', 'continued'), _negated=True), ('continues__isnull', True)), _connector='OR'), name='meeting_continues_exactly_when_continued'),
        ),
        migrations.AddField(
            model_name='adjournment',
            name='item',
            field=models.ForeignKey(blank=True, help_text='The point during which the meeting paused.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.agendaitem'),
        ),
        migrations.AddField(
            model_name='adjournment',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='adjournments', to='minutes.meeting'),
        ),
        migrations.AddField(
            model_name='agendaversion',
            name='made_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agendaversion',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda_versions', to='minutes.meeting'),
        ),
        migrations.AddField(
            model_name='askedquestion',
            name='document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.document', verbose_name='written answer'),
        ),
        migrations.AddField(
            model_name='askedquestion',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked_questions', to='minutes.minutesitem'),
        ),
        migrations.AddField(
            model_name='ballotoption',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='options', to='minutes.propositionround'),
        ),
        migrations.AddField(
            model_name='chosenchair',
            name='attendance',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chosen_to_preside', to='minutes.attendance'),
        ),
        migrations.AddField(
            model_name='chosenchair',
            name='from_item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.agendaitem'),
        ),
        migrations.AddField(
            model_name='chosenchair',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chosen_chairs', to='minutes.meeting'),
        ),
        migrations.AddField(
            model_name='chosenchair',
            name='to_item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.agendaitem'),
        ),
        migrations.AddField(
            model_name='earlierhandling',
            name='earlier',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later_handlings', to='minutes.minutesitem'),
        ),
        migrations.AddField(
            model_name='earlierhandling',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier_handlings', to='minutes.minutesitem'),
        ),
        migrations.AddField(
            model_name='elected',
            name='point',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='elected', to='minutes.decisionpoint'),
        ),
        migrations.AddField(
            model_name='furthercase',
            name='agenda_item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='minutes.agendaitem'),
        ),
        migrations.AddField(
            model_name='furthercase',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='other_cases',
            field=models.ManyToManyField(blank=True, related_name='+', through='minutes.FurtherCase', to='cases.case', verbose_name='further cases'),
        ),
        migrations.AddField(
            model_name='minutesnote',
            name='document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.document', verbose_name='attached statement'),
        ),
        migrations.AddField(
            model_name='minutesnote',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='minutes.minutesitem'),
        ),
        migrations.AddField(
            model_name='nonparticipation',
            name='attendance',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.attendance'),
        ),
        migrations.AddField(
            model_name='nonparticipation',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='non_participations', to='minutes.minutesitem'),
        ),
        migrations.AddField(
            model_name='notemaker',
            name='attendance',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='minutes.attendance'),
        ),
        migrations.AddField(
            model_name='notemaker',
            name='note',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='minutes.minutesnote'),
        ),
        migrations.AddField(
            model_name='minutesnote',
            name='people',
            field=models.ManyToManyField(related_name='notes', through='minutes.NoteMaker', to='minutes.attendance'),
        ),
        migrations.AddField(
            model_name='proposalabout',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='minutes.floorproposal'),
        ),
        migrations.AddField(
            model_name='proposalabout',
            name='proposal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='minutes.floorproposal'),
        ),
        migrations.AddField(
            model_name='floorproposal',
            name='about',
            field=models.ManyToManyField(blank=True, related_name='answered_by', through='minutes.ProposalAbout', through_fields=('proposal', 'other'), to='minutes.floorproposal', verbose_name='about the proposals'),
        ),
        migrations.AddField(
            model_name='proposaltarget',
            name='point',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='minutes.proposeddecision'),
        ),
        migrations.AddField(
            model_name='proposaltarget',
            name='proposal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='minutes.floorproposal'),
        ),
        migrations.AddField(
            model_name='floorproposal',
            name='targets',
            field=models.ManyToManyField(blank=True, related_name='floor_proposals', through='minutes.ProposalTarget', to='minutes.proposeddecision', verbose_name='about the points'),
        ),
        migrations.AddField(
            model_name='reporteddecision',
            name='decision',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reported_in', to='cases.delegateddecision'),
        ),
        migrations.AddField(
            model_name='reporteddecision',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reported_decisions', to='minutes.minutesitem'),
        ),
        migrations.AddField(
            model_name='reservedpoint',
            name='point',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='minutes.decisionpoint'),
        ),
        migrations.AddField(
            model_name='reservedpoint',
            name='reservation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='minutes.reservation'),
        ),
        migrations.AddField(
            model_name='reservation',
            name='points',
            field=models.ManyToManyField(blank=True, related_name='reservations', through='minutes.ReservedPoint', to='minutes.decisionpoint', verbose_name='against the points'),
        ),
        migrations.AddField(
            model_name='roundtarget',
            name='point',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='minutes.proposeddecision'),
        ),
        migrations.AddField(
            model_name='roundtarget',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='minutes.propositionround'),
        ),
        migrations.AddField(
            model_name='propositionround',
            name='targets',
            field=models.ManyToManyField(blank=True, related_name='rounds', through='minutes.RoundTarget', to='minutes.proposeddecision', verbose_name='about the points'),
        ),
        migrations.AddField(
            model_name='standingitem',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standing_items', to='boards.board'),
        ),
        migrations.AddConstraint(
            model_name='adjournment',
            constraint=models.CheckConstraint(condition=models.Q(('to_at__isnull', True), ('to_at__gt', models.F('from_at')), _connector='OR'), name='adjournment_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='adjournment',
            constraint=models.UniqueConstraint(condition=models.Q(('to_at__isnull', True)), fields=('meeting',), name='one_open_adjournment_per_meeting'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='adjournment',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='b0cd30a16c0cc078c03b144d9e29ef06f9dae520', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_14d7c', table='minutes_adjournment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='adjournment',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_minutes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = OLD.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = NEW.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='87ffbc93b628cf9cf104e573cb1bdf5e5ca4aa4f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_minutes_d5d1a', table='minutes_adjournment', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='agendaversion',
            constraint=models.UniqueConstraint(fields=('meeting', 'number'), name='agenda_version_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agendaversion',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='ab52b8502a51a68b757e0c4e13c01165eccb9981', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_17918', table='minutes_agendaversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agendaversion',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7ae26d5d6c59faaca988526207367a21948b70cf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_90c50', table='minutes_agendaversion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='askedquestion',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='dd86d84f898041020c193bcf8a7d81b352a240f4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_3858c', table='minutes_askedquestion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='askedquestion',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='4590d8b195d4ab33ec86dc74f8cfb30a49cbe701', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_b9932', table='minutes_askedquestion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotoption',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='a80f5c5d1cf898cf9459d3a0251539c5ced3a09e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_1ded4', table='minutes_ballotoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ballotoption',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_propositionround r ON r.item_id = i.id WHERE r.id = OLD.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_propositionround r ON r.item_id = i.id WHERE r.id = NEW.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='7319c67d76900df97545e147c73a9ea2ddf7ef73', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_92c67', table='minutes_ballotoption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='chosenchair',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='29b1fc1ffd3ca390df6efd132403c96d84e62eaa', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_045e3', table='minutes_chosenchair', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='chosenchair',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_minutes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = OLD.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = NEW.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='c11ac8eeb29e53460c3196dc13c9c00081c70e68', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_minutes_d6ec6', table='minutes_chosenchair', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='earlierhandling',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='00f0b562e9524e35a51c2039d58b31d307d6fa2a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_a12b0', table='minutes_earlierhandling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='earlierhandling',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='31c924e1382be650de5bc2fa761936236667f3b5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_72040', table='minutes_earlierhandling', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='elected',
            constraint=models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='elected_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='elected',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='e187dae67cdaa4bd26388affdb7f5130fd2d0433', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_8f0fe', table='minutes_elected', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='elected',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_decisionpoint d ON d.item_id = i.id WHERE d.id = OLD.point_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_decisionpoint d ON d.item_id = i.id WHERE d.id = NEW.point_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='d886adf797f0ac534eb5d3e2c50fbccdca0bf47f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_8173c', table='minutes_elected', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='furthercase',
            constraint=models.UniqueConstraint(fields=('agenda_item', 'case'), name='further_case_once_per_point'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='furthercase',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='f65a8bbd743f1f1b2dbf2723af86fe95d7a549e4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_8d2b9', table='minutes_furthercase', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='nonparticipation',
            constraint=models.UniqueConstraint(fields=('item', 'attendance'), name='stands_aside_once_per_item'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nonparticipation',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='5de867bd6d2637f12344f4f2404700cd2403c7de', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_e07fa', table='minutes_nonparticipation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nonparticipation',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='6e0fc982753fe4e35d5476847b78172924a7b4cf', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_741a6', table='minutes_nonparticipation', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='notemaker',
            constraint=models.UniqueConstraint(fields=('note', 'attendance'), name='note_maker_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notemaker',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='602eabc1fa7f41b9c7500c317312a42797b4562e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_85213', table='minutes_notemaker', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notemaker',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_minutesnote n ON n.item_id = i.id WHERE n.id = OLD.note_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_minutesnote n ON n.item_id = i.id WHERE n.id = NEW.note_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='3ad6fd482b937244bf3048159a85e6e168ae0370', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_40a32', table='minutes_notemaker', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='minutesnote',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='4c42bebc98ce0dd2f4327ef1dc02ef820cdfa539', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_bf3fc', table='minutes_minutesnote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='minutesnote',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='dec3a997b07df2b9bb471fd5d2967c76e414f7b2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_84420', table='minutes_minutesnote', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='proposalabout',
            constraint=models.UniqueConstraint(fields=('proposal', 'other'), name='proposal_about_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposalabout',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='9d13f71b8e664563d5d60218bc1c47515264b9bc', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_adf0a', table='minutes_proposalabout', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposalabout',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_floorproposal p ON p.item_id = i.id WHERE p.id = OLD.proposal_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_floorproposal p ON p.item_id = i.id WHERE p.id = NEW.proposal_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='25729a089f40b8cc1f505a6419b78e5bc8914636', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_a4c7b', table='minutes_proposalabout', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='proposaltarget',
            constraint=models.UniqueConstraint(fields=('proposal', 'point'), name='proposal_target_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposaltarget',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='e9890472139f6f4fd68f47b67a6f4d4dc095c229', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_e6896', table='minutes_proposaltarget', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposaltarget',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_floorproposal p ON p.item_id = i.id WHERE p.id = OLD.proposal_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_floorproposal p ON p.item_id = i.id WHERE p.id = NEW.proposal_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='6fdb24e00fd38109d2dc0fdd893136cba017c744', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_9dc1c', table='minutes_proposaltarget', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reporteddecision',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='4bb29c6e83dab1096c055fcfdbb2b8993d90da22', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_d6fe3', table='minutes_reporteddecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reporteddecision',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='ca6c639946179c1005a969dc310c922dcd7d2c08', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_ef25b', table='minutes_reporteddecision', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reservedpoint',
            constraint=models.UniqueConstraint(fields=('reservation', 'point'), name='reserved_point_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reservedpoint',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='305ae15b5f8ad83eb4da4aaf0e368847feb0aed9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_dc438', table='minutes_reservedpoint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reservedpoint',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_reservation r ON r.item_id = i.id WHERE r.id = OLD.reservation_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_reservation r ON r.item_id = i.id WHERE r.id = NEW.reservation_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='24010817db615769103ef3d14e3ebd346311fb09', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_b228f', table='minutes_reservedpoint', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='roundtarget',
            constraint=models.UniqueConstraint(fields=('round', 'point'), name='round_target_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundtarget',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='723ce8efa20c7b89100ffba89c3113e082812b3d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_0cedb', table='minutes_roundtarget', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundtarget',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_propositionround r ON r.item_id = i.id WHERE r.id = OLD.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_propositionround r ON r.item_id = i.id WHERE r.id = NEW.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='7320b3f2a915a9596e63f1eea3816207b028a56a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_7ec60', table='minutes_roundtarget', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='standingitem',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='17ad823f2bb9881d17c5cc3fdc94959f8ee3ad2d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_14d8b', table='minutes_standingitem', when='AFTER')),
        ),
    ]
