import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.constraints
import django.db.models.deletion
import minutes.approval.enums
import minutes.dispatch.enums
import minutes.item.enums
import minutes.meeting.enums
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('boards', '0001_tables'),
        ('cases', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PublishedBoard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_id', models.BigIntegerField(unique=True)),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=120)),
                ('prefix', models.CharField(max_length=12)),
                ('email', models.EmailField(max_length=254)),
                ('notice_of_appeal', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='PublishedMunicipality',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_id', models.BigIntegerField(unique=True)),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=80)),
                ('email', models.EmailField(max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('address', models.TextField(blank=True)),
                ('website', models.URLField(blank=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(minutes.approval.enums.ApprovalState['PREPARING'], 'Preparing'), (minutes.approval.enums.ApprovalState['FROZEN'], 'Being approved'), (minutes.approval.enums.ApprovalState['APPROVED'], 'Approved'), (minutes.approval.enums.ApprovalState['RETURNED'], 'Sent back')], default=minutes.approval.enums.ApprovalState['PREPARING'], max_length=10, verbose_name='state')),
                ('is_immediate', models.BooleanField(default=False, verbose_name='approved at once')),
                ('is_secret', models.BooleanField(default=False, verbose_name='holds secret §§')),
                ('content', models.JSONField(default=dict)),
                ('items_label', models.CharField(blank=True, max_length=120, verbose_name='§§')),
                ('storage_place', models.CharField(blank=True, max_length=120, verbose_name='kept at')),
                ('frozen_at', models.DateTimeField(null=True)),
                ('approved_at', models.DateTimeField(null=True)),
                ('approved_on', models.DateField(null=True, verbose_name='approved on')),
                ('returned_at', models.DateTimeField(null=True)),
                ('return_reason', models.TextField(blank=True, verbose_name='why it was sent back')),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('frozen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('returned_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sealed', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
            ],
            options={
                'verbose_name': 'approval',
                'verbose_name_plural': 'approvals',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Approver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[(minutes.approval.enums.SignerRole['SECRETARY'], 'Secretary'), (minutes.approval.enums.SignerRole['CHAIR'], 'Chair'), (minutes.approval.enums.SignerRole['APPROVER'], 'Approver')], max_length=10, verbose_name='signs as')),
                ('name', models.CharField(max_length=180)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('approval', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvers', to='minutes.approval')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='boards.person')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ArchivePackage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('built_at', models.DateTimeField(verbose_name='built')),
                ('approval', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='archive_package', to='minutes.approval')),
                ('ordered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('package', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
            ],
            options={
                'verbose_name': 'archive package',
                'verbose_name_plural': 'archive packages',
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.meeting.enums.AttendanceKind['MEMBER'], 'Member'), (minutes.meeting.enums.AttendanceKind['SUBSTITUTE'], 'Substitute'), (minutes.meeting.enums.AttendanceKind['STAFF'], 'Staff'), (minutes.meeting.enums.AttendanceKind['GUEST'], 'Guest')], max_length=10, verbose_name='as')),
                ('mode', models.CharField(choices=[(minutes.meeting.enums.AttendanceMode['ON_SITE'], 'On site'), (minutes.meeting.enums.AttendanceMode['DISTANCE'], 'At a distance')], default=minutes.meeting.enums.AttendanceMode['ON_SITE'], max_length=10, verbose_name='takes part')),
                ('name', models.CharField(max_length=170, verbose_name='name')),
                ('role', models.CharField(blank=True, max_length=20, verbose_name='post')),
                ('party', models.CharField(blank=True, max_length=10, verbose_name='party')),
                ('belongs_to', models.CharField(blank=True, max_length=120, verbose_name='municipality or employer')),
                ('title', models.CharField(blank=True, max_length=80, verbose_name='title')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('membership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='boards.membership')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='boards.person')),
            ],
            options={
                'verbose_name': 'attendance',
                'verbose_name_plural': 'attendance',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Dispatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('state', models.CharField(choices=[(minutes.dispatch.enums.DispatchState['PENDING'], 'Waiting'), (minutes.dispatch.enums.DispatchState['IN_FLIGHT'], 'Being sent'), (minutes.dispatch.enums.DispatchState['DELIVERED'], 'Sent'), (minutes.dispatch.enums.DispatchState['FAILED'], 'Failed')], default=minutes.dispatch.enums.DispatchState['PENDING'], max_length=10, verbose_name='state')),
                ('sent_at', models.DateTimeField(null=True)),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dispatches', to='boards.recipient')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='DispatchAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('sha256', models.CharField(max_length=64)),
                ('is_delivered', models.BooleanField()),
                ('detail', models.TextField(blank=True)),
                ('dispatch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='minutes.dispatch')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Extract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('certified_at', models.DateTimeField()),
                ('approval', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extracts', to='minutes.approval')),
                ('certified_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
            ],
        ),
        migrations.AddField(
            model_name='dispatch',
            name='extract',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dispatches', to='minutes.extract'),
        ),
        migrations.CreateModel(
            name='FinalConfirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('final_on', models.DateField(verbose_name='gained legal force on')),
                ('answer', models.CharField(max_length=200, verbose_name="the court's answer")),
                ('confirmed_at', models.DateTimeField()),
                ('approval', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='final', to='minutes.approval')),
                ('confirmed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='starts')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='ended')),
                ('place', models.CharField(max_length=200, verbose_name='place')),
                ('state', models.CharField(choices=[(minutes.meeting.enums.MeetingState['PLANNED'], 'Planned'), (minutes.meeting.enums.MeetingState['CALLED'], 'Summoned'), (minutes.meeting.enums.MeetingState['IN_SESSION'], 'In session'), (minutes.meeting.enums.MeetingState['CLOSED'], 'Closed'), (minutes.meeting.enums.MeetingState['CANCELLED'], 'Cancelled')], default=minutes.meeting.enums.MeetingState['PLANNED'], max_length=12, verbose_name='state')),
                ('approval_place', models.CharField(blank=True, max_length=200, verbose_name='place of approval')),
                ('approval_planned_at', models.DateTimeField(blank=True, null=True, verbose_name='time of approval')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='boards.board')),
                ('secretary', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='secretary')),
            ],
            options={
                'verbose_name': 'meeting',
                'verbose_name_plural': 'meetings',
                'ordering': ['-starts_at'],
            },
        ),
        migrations.CreateModel(
            name='ChosenApprover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attendance', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chosen_as_approver', to='minutes.attendance')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chosen_approvers', to='minutes.meeting')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.AddField(
            model_name='attendance',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='minutes.meeting'),
        ),
        migrations.AddField(
            model_name='approval',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='minutes.meeting'),
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(verbose_name='position')),
                ('kind', models.CharField(choices=[(minutes.meeting.enums.AgendaKind['OPENING'], 'Opening (no §)'), (minutes.meeting.enums.AgendaKind['DECISION'], 'Decision'), (minutes.meeting.enums.AgendaKind['INFORMATION'], 'Information'), (minutes.meeting.enums.AgendaKind['COMMUNICATIONS'], 'Communications')], default=minutes.meeting.enums.AgendaKind['DECISION'], max_length=15, verbose_name='kind')),
                ('heading', models.CharField(max_length=200, verbose_name='heading')),
                ('rapporteur', models.CharField(blank=True, max_length=120, verbose_name='rapporteur')),
                ('is_late', models.BooleanField(default=False, verbose_name='added after the summons')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agenda_items', to='cases.case', verbose_name='case')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda_items', to='minutes.meeting')),
            ],
            options={
                'verbose_name': 'agenda item',
                'verbose_name_plural': 'agenda items',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='MinutesItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('legal_ground', models.CharField(blank=True, help_text='Chapter and section, for example OSL 21:1.', max_length=60, verbose_name='secrecy, legal ground')),
                ('marked_on', models.DateField(blank=True, null=True, verbose_name='marked on')),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='§')),
                ('heading', models.CharField(max_length=200, verbose_name='heading')),
                ('is_information', models.BooleanField(default=False, verbose_name='information only, no decision')),
                ('decided_at', models.DateTimeField(blank=True, help_text='When the gavel fell.', null=True, verbose_name='decided')),
                ('agenda_item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='item', to='minutes.agendaitem')),
                ('approval', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='minutes.approval')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='boards.board')),
                ('marked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='marked by')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='minutes.meeting')),
            ],
            options={
                'verbose_name': '§',
                'verbose_name_plural': '§§',
                'ordering': ['agenda_item__position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ItemSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.item.enums.SectionKind['SUMMARY'], 'Summary'), (minutes.item.enums.SectionKind['FINANCES'], 'Finances'), (minutes.item.enums.SectionKind['BACKGROUND'], 'Background'), (minutes.item.enums.SectionKind['DETAILS'], 'Own heading'), (minutes.item.enums.SectionKind['PROCEDURE'], 'Decision procedure')], max_length=12, verbose_name='section')),
                ('heading', models.CharField(blank=True, max_length=120, verbose_name='heading')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('generated_from', models.TextField(blank=True, help_text="The generated text that the secretary's own wording replaced.")),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('version', models.PositiveIntegerField(default=1)),
                ('updated_at', models.DateTimeField(null=True)),
                ('updated_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ItemRecipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.recipient')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ItemCommunication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('communication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reported_in', to='cases.communication')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='communications', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='FloorProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.item.enums.ProposalKind['ADOPT'], 'Adopt the proposal'), (minutes.item.enums.ProposalKind['REJECT'], 'Reject the proposal'), (minutes.item.enums.ProposalKind['AMEND'], 'Amendment'), (minutes.item.enums.ProposalKind['ADD'], 'Addition'), (minutes.item.enums.ProposalKind['POSTPONE'], 'Postpone'), (minutes.item.enums.ProposalKind['REFER_BACK'], 'Refer back')], max_length=12, verbose_name='kind')),
                ('text', models.TextField(verbose_name='proposal')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='floor_proposals', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='extract',
            name='item',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='extract', to='minutes.minutesitem'),
        ),
        migrations.CreateModel(
            name='DecisionPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='decision')),
                ('outcome', models.CharField(choices=[(minutes.item.enums.PointOutcome['ADOPTED'], 'Adopted'), (minutes.item.enums.PointOutcome['REJECTED'], 'Rejected'), (minutes.item.enums.PointOutcome['POSTPONED'], 'Postponed'), (minutes.item.enums.PointOutcome['REFERRED_BACK'], 'Referred back'), (minutes.item.enums.PointOutcome['NOTED'], 'Noted')], default=minutes.item.enums.PointOutcome['ADOPTED'], max_length=13, verbose_name='outcome')),
                ('appeal', models.CharField(choices=[(minutes.item.enums.AppealRegime['LEGALITY'], 'Review of legality (KL 13)'), (minutes.item.enums.AppealRegime['ADMINISTRATIVE'], 'Administrative appeal (FL 40)'), (minutes.item.enums.AppealRegime['NONE'], 'Not appealable')], default=minutes.item.enums.AppealRegime['LEGALITY'], max_length=14, verbose_name='appeal')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decision_points', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BasisDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=200, verbose_name='as named in the minutes')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='basis_of', to='cases.document')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='basis', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Appendix',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appendix_of', to='cases.document')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appendices', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_on', models.DateField(verbose_name='to be posted by')),
                ('posted_on', models.DateField(blank=True, null=True, verbose_name='posted')),
                ('posted_at', models.DateTimeField(blank=True, null=True)),
                ('proof', models.TextField(blank=True, help_text='For a board that others run.', verbose_name='proof')),
                ('last_appeal_day', models.DateField(blank=True, null=True, verbose_name='last day to appeal')),
                ('removable_on', models.DateField(blank=True, null=True, verbose_name='comes down')),
                ('taken_down_on', models.DateField(blank=True, null=True, verbose_name='taken down')),
                ('taken_down_at', models.DateTimeField(blank=True, null=True)),
                ('approval', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='minutes.approval')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='boards.municipality')),
                ('posted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'notice',
                'verbose_name_plural': 'notices',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='PostingCertificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('notice', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='minutes.notice')),
            ],
        ),
        migrations.CreateModel(
            name='PresenceSpan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('arrived_at', models.DateTimeField(null=True)),
                ('left_at', models.DateTimeField(null=True)),
                ('attendance', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presence', to='minutes.attendance')),
                ('from_item', models.ForeignKey(help_text='Empty: from the start.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.agendaitem')),
                ('to_item', models.ForeignKey(help_text='Empty: to the end.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.agendaitem')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ProposedDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='proposal')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposed', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Proposer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attendance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='minutes.attendance')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='minutes.floorproposal')),
            ],
        ),
        migrations.AddField(
            model_name='floorproposal',
            name='proposers',
            field=models.ManyToManyField(related_name='floor_proposals', through='minutes.Proposer', to='minutes.attendance'),
        ),
        migrations.CreateModel(
            name='PropositionRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.TextField(verbose_name='question')),
                ('method', models.CharField(choices=[(minutes.item.enums.RoundMethod['ACCLAMATION'], 'Acclamation'), (minutes.item.enums.RoundMethod['OPEN_VOTE'], 'Open vote'), (minutes.item.enums.RoundMethod['CLOSED_VOTE'], 'Closed vote')], default=minutes.item.enums.RoundMethod['ACCLAMATION'], max_length=12, verbose_name='answered by')),
                ('yes_means', models.TextField(blank=True, verbose_name='yes means')),
                ('no_means', models.TextField(blank=True, verbose_name='no means')),
                ('is_yes', models.BooleanField(null=True, verbose_name='answered yes')),
                ('settled_by', models.CharField(blank=True, choices=[(minutes.item.enums.SettledBy['ACCLAMATION'], 'Acclamation'), (minutes.item.enums.SettledBy['MAJORITY'], 'Majority'), (minutes.item.enums.SettledBy['CASTING_VOTE'], "The chair's casting vote"), (minutes.item.enums.SettledBy['LOT'], 'Lot')], max_length=12, verbose_name='settled by')),
                ('yes_count', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('no_count', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('abstain_count', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_id', models.BigIntegerField(unique=True)),
                ('starts_at', models.DateTimeField()),
                ('held_on', models.DateField()),
                ('place', models.CharField(max_length=200)),
                ('is_cancelled', models.BooleanField(default=False)),
                ('agenda', models.JSONField(default=list)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='minutes.publishedboard')),
            ],
            options={
                'ordering': ['-starts_at'],
            },
        ),
        migrations.CreateModel(
            name='PublishedMinutes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_id', models.BigIntegerField(unique=True)),
                ('items_label', models.CharField(max_length=120)),
                ('approved_on', models.DateField()),
                ('published_at', models.DateTimeField()),
                ('html', models.TextField()),
                ('pdf_sha256', models.CharField(blank=True, max_length=64)),
                ('signed_sha256', models.CharField(max_length=64)),
                ('is_masked', models.BooleanField(default=False)),
                ('is_secret', models.BooleanField(default=False)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='minutes', to='minutes.publishedmeeting')),
            ],
            options={
                'ordering': ['-approved_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_id', models.BigIntegerField(unique=True)),
                ('number', models.PositiveIntegerField()),
                ('citation', models.CharField(max_length=60)),
                ('heading', models.CharField(max_length=200)),
                ('dnr', models.CharField(blank=True, max_length=40)),
                ('html', models.TextField()),
                ('text', models.TextField()),
                ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('heading', config='swedish', weight='A'), '||', django.contrib.postgres.search.SearchVector('dnr', config='simple', weight='A'), django.contrib.postgres.search.SearchConfig('swedish')), '||', django.contrib.postgres.search.SearchVector('text', config='swedish', weight='B'), django.contrib.postgres.search.SearchConfig('swedish')), output_field=django.contrib.postgres.search.SearchVectorField())),
                ('minutes', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='minutes.publishedminutes')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.AddField(
            model_name='publishedboard',
            name='municipalities',
            field=models.ManyToManyField(related_name='boards', to='minutes.publishedmunicipality'),
        ),
        migrations.CreateModel(
            name='PublishedNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_id', models.BigIntegerField(unique=True)),
                ('held_on', models.DateField()),
                ('items_label', models.CharField(max_length=120)),
                ('approved_on', models.DateField()),
                ('storage_place', models.CharField(max_length=120)),
                ('posted_on', models.DateField()),
                ('posted_at', models.DateTimeField()),
                ('last_appeal_day', models.DateField(null=True)),
                ('removable_on', models.DateField(null=True)),
                ('explanation', models.TextField()),
                ('taken_down_on', models.DateField(null=True)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='minutes.publishedboard')),
                ('minutes', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='notices', to='minutes.publishedminutes')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='minutes.publishedmunicipality')),
            ],
            options={
                'ordering': ['-posted_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Recusal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('attendance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='minutes.attendance')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recusals', to='minutes.minutesitem')),
            ],
        ),
        migrations.CreateModel(
            name='Reservation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('announced_at', models.DateTimeField()),
                ('text', models.TextField(blank=True, verbose_name='in favour of, or the written text')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reservations', to='minutes.minutesitem')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Reservist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attendance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='minutes.attendance')),
                ('reservation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='minutes.reservation')),
            ],
        ),
        migrations.AddField(
            model_name='reservation',
            name='people',
            field=models.ManyToManyField(related_name='reservations', through='minutes.Reservist', to='minutes.attendance'),
        ),
        migrations.CreateModel(
            name='ServingSpan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(choices=[('absence', 'absence'), ('recusal', 'recusal'), ('vacancy', 'vacancy')], default=minutes.meeting.enums.ServingCause['ABSENCE'], max_length=10)),
                ('reason', models.TextField(blank=True, verbose_name='why out of order')),
                ('from_item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.agendaitem')),
                ('in_place_of', models.ForeignKey(help_text='Empty: a vacant seat.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replaced_in', to='minutes.attendance')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='serving_spans', to='minutes.meeting')),
                ('substitute', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='serves_in', to='minutes.attendance')),
                ('to_item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='minutes.agendaitem')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('method', models.CharField(max_length=20)),
                ('signed_at', models.DateTimeField()),
                ('signed_sha256', models.CharField(max_length=64)),
                ('evidence', models.JSONField(default=dict)),
                ('approver', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='signature', to='minutes.approver')),
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['signed_at'],
            },
        ),
        migrations.CreateModel(
            name='Summons',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField()),
                ('sent_at', models.DateTimeField()),
                ('agenda', models.JSONField()),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='summonses', to='minutes.meeting')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['version'],
            },
        ),
        migrations.CreateModel(
            name='SummonsRecipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('sent_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('summons', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recipients', to='minutes.summons')),
            ],
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('choice', models.CharField(choices=[(minutes.item.enums.VoteChoice['YES'], 'Yes'), (minutes.item.enums.VoteChoice['NO'], 'No'), (minutes.item.enums.VoteChoice['ABSTAIN'], 'Abstains')], max_length=7)),
                ('attendance', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='votes', to='minutes.attendance')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='minutes.propositionround')),
            ],
        ),
        migrations.CreateModel(
            name='AgendaPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agenda_item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='minutes.agendaitem')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda_papers', to='cases.document')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agenda_item', 'document'), name='paper_once_per_item')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agendapaper',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='4f85c92badf2e2755be4bc59c6ed1e1365077f28', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_f200a', table='minutes_agendapaper', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='approver',
            constraint=models.UniqueConstraint(fields=('approval', 'person'), name='signer_once_per_approval'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approver',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='9010684801ae10b3774a5843ff1f6fd0e4660d57', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_84412', table='minutes_approver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approver',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c4fbf64a77a644aecd4c0c5e6a0767c241d81d4e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a4ac6', table='minutes_approver', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='archivepackage',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='c7b2c5ade14f7c076d79b6e894fabf66cb2ea212', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_c6371', table='minutes_archivepackage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='archivepackage',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6dc33df68c5ae52e57e906ae10bc95e667b96ddb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_11ddf', table='minutes_archivepackage', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dispatchattempt',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='caf710de30e3509aebd8a49d1482330d7ecdec4f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_08f41', table='minutes_dispatchattempt', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='dispatch',
            constraint=models.UniqueConstraint(fields=('extract', 'recipient'), name='dispatched_once_per_recipient'),
        ),
        migrations.AddConstraint(
            model_name='dispatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'delivered')), models.Q(models.Q(('state', 'delivered'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='dispatch_sent_at_when_delivered'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dispatch',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='83540cab04f7f42ed3b8f849f5bf14fd62da08d9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_f1f34', table='minutes_dispatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dispatch',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='c7b804948114339858f530a67a26ffa0b92595f8', operation='DELETE', pgid='pgtrigger_never_deleted_3a679', table='minutes_dispatch', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='finalconfirmation',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='3b3c5e1882114f8a980784f101ae19c8ca362d98', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_49bb0', table='minutes_finalconfirmation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='finalconfirmation',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1c24df25f191eca633916e9c214e78bdc2a418a7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ca9f7', table='minutes_finalconfirmation', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='meeting_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), ('ends_at__isnull', False), _connector='OR'), name='meeting_closed_has_end'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='5b1f22a71127baa2fb1487ce434893bc1a31cf9e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_21fb9', table='minutes_meeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='0ebce66bfd5f1e38ab0ead7f475cc631a6b8d653', operation='DELETE', pgid='pgtrigger_never_deleted_f3aad', table='minutes_meeting', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='chosenapprover',
            constraint=models.UniqueConstraint(fields=('meeting', 'attendance'), name='approver_chosen_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='chosenapprover',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='2fc854db30f31810e04e35b2f15081e8c63c752e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_c1e9e', table='minutes_chosenapprover', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='chosenapprover',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_minutes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = OLD.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = NEW.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='b397a5748058508479e5f7920c11807346e49efb', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_minutes_4a492', table='minutes_chosenapprover', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('meeting', 'person'), name='person_once_per_meeting'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='attendance',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='8aac98836fa7c8f20ad988b34429333cc76e07a7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_c21ff', table='minutes_attendance', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='attendance',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_minutes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = OLD.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = NEW.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='102a9b4e1766fd44f8cf72005541f3c14c9b525b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_minutes_a1464', table='minutes_attendance', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', False), ('approved_on__isnull', False), ('document__isnull', False), ('state', 'approved')), models.Q(models.Q(('state', 'approved'), _negated=True), ('approved_at__isnull', True), ('approved_on__isnull', True)), _connector='OR'), name='approved_on_exactly_when_approved'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'preparing'), ('frozen_at__isnull', False), _connector='OR'), name='frozen_at_when_frozen'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), _negated=True), models.Q(('return_reason', ''), _negated=True), _connector='OR'), name='sent_back_with_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='5810be81dfcba852cbe7b9615a220f74b8d68130', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_6c31f', table='minutes_approval', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d0c3b281adb87b537e250cee3a9229c631bf0bbe', operation='DELETE', pgid='pgtrigger_never_deleted_c5f40', table='minutes_approval', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='ended_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" IN (\'approved\', \'returned\'))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f9d7aba0bdc975e65e9735ad0834c48df8e2413c', operation='UPDATE', pgid='pgtrigger_ended_never_changes_418bb', table='minutes_approval', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='frozen_keeps_content', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'frozen\' AND (NEW."state" = \'preparing\' OR NEW."content" IS DISTINCT FROM OLD."content" OR NEW."meeting_id" IS DISTINCT FROM OLD."meeting_id" OR NEW."frozen_at" IS DISTINCT FROM OLD."frozen_at" OR (OLD."sealed_id" IS NOT NULL AND NEW."sealed_id" IS DISTINCT FROM OLD."sealed_id")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='60d63d3030d3e9c142272c4a646770144c1fa874', operation='UPDATE', pgid='pgtrigger_frozen_keeps_content_b5311', table='minutes_approval', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('meeting', 'position'), name='agenda_position_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agendaitem',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='94f056d1a3caf6f9149d7f1b6af89b276c0d5311', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_eedfa', table='minutes_agendaitem', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='minutesitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('legal_ground', ''), ('marked_on__isnull', True)), models.Q(models.Q(('legal_ground', ''), _negated=True), ('marked_on__isnull', False)), _connector='OR'), name='minutes_minutesitem_mark_has_ground_and_date'),
        ),
        migrations.AddConstraint(
            model_name='minutesitem',
            constraint=models.UniqueConstraint(fields=('board', 'year', 'number'), name='item_number_once_per_board_year'),
        ),
        migrations.AddConstraint(
            model_name='minutesitem',
            constraint=models.CheckConstraint(condition=models.Q(('number__isnull', True), ('number__gte', 1), _connector='OR'), name='item_number_from_one'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='minutesitem',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='072811215122933379c1f78b734af085f59114fd', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_90777', table='minutes_minutesitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='minutesitem',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.id = OLD.approval_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.id = NEW.approval_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='04ad60cfbcca1fe5f6ed6e179ca920dbe005390f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_d6c03', table='minutes_minutesitem', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='itemsection',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='bac478cd5e36c2dde0f793ddde528808a4cccd9a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_cd60b', table='minutes_itemsection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='itemsection',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='0017bdc6fd231166ce6bb97a46ebe72ac771674d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_ac9a9', table='minutes_itemsection', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='itemrecipient',
            constraint=models.UniqueConstraint(fields=('item', 'recipient'), name='recipient_once_per_item'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='itemrecipient',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='9e58aa14bf66ea9181e72c1b5cbc0b96a63dfb72', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_4a097', table='minutes_itemrecipient', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='itemrecipient',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='72ba3351c085b8ca8b4747dda046b3b72aae50d1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_778f6', table='minutes_itemrecipient', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='itemcommunication',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='8b36d95399df4bdda9b1127986592ae6f7fbb9ed', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_d3d32', table='minutes_itemcommunication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='itemcommunication',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='72ed01a273a84613ee5f660bac47a68ae773617d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_6d26b', table='minutes_itemcommunication', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extract',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='7dcb3c16f27ac0aa09f5b9939e3c9e7b09fb4d0b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_95812', table='minutes_extract', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extract',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='297656f0fcfaafd140999af48c459e03689d3d60', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0c644', table='minutes_extract', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decisionpoint',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='6935b579b9f45649ece6d70bfc3d21230007eaa8', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_d01e4', table='minutes_decisionpoint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decisionpoint',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='4d9c075c8faa1e13421ae9d22967241be9c01b59', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_a093e', table='minutes_decisionpoint', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='basisdocument',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='b45e3b718506b840ada28887a359c9af8c19d6fe', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_b9e5d', table='minutes_basisdocument', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='basisdocument',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='2da5d0ceb0fef3ed089905acda6e0dee1bb747e7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_37d43', table='minutes_basisdocument', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='appendix',
            constraint=models.UniqueConstraint(fields=('item', 'number'), name='appendix_number_once_per_item'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appendix',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='90600ae2a1aba1a7397605a9236f0be6901b82ed', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_cac9d', table='minutes_appendix', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appendix',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='3148877458cf8196576fcb5e2d5016dec47c7876', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_8843b', table='minutes_appendix', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('approval', 'municipality'), name='notice_once_per_municipality'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('last_appeal_day__isnull', True), ('removable_on__isnull', True)), models.Q(('posted_on__isnull', False), ('removable_on__gt', models.F('last_appeal_day'))), _connector='OR'), name='notice_dates_follow_posting'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('taken_down_on__isnull', True), models.Q(('removable_on__isnull', False), ('taken_down_on__gte', models.F('removable_on'))), _connector='OR'), name='notice_never_down_early'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='97ab396d68d8be03c91e845e42fc8277c66fe0bf', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_93e73', table='minutes_notice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='e2b99b546715f40cf48c062538fa218b69dc823c', operation='DELETE', pgid='pgtrigger_never_deleted_13a91', table='minutes_notice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='notice_days_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD."approval_id" IS NOT NULL AND NEW."approval_id" IS DISTINCT FROM OLD."approval_id") OR (OLD."municipality_id" IS NOT NULL AND NEW."municipality_id" IS DISTINCT FROM OLD."municipality_id") OR (OLD."posted_on" IS NOT NULL AND NEW."posted_on" IS DISTINCT FROM OLD."posted_on") OR (OLD."posted_at" IS NOT NULL AND NEW."posted_at" IS DISTINCT FROM OLD."posted_at") OR (OLD."last_appeal_day" IS NOT NULL AND NEW."last_appeal_day" IS DISTINCT FROM OLD."last_appeal_day") OR (OLD."removable_on" IS NOT NULL AND NEW."removable_on" IS DISTINCT FROM OLD."removable_on") OR (OLD."taken_down_on" IS NOT NULL AND NEW."taken_down_on" IS DISTINCT FROM OLD."taken_down_on") OR (OLD."taken_down_at" IS NOT NULL AND NEW."taken_down_at" IS DISTINCT FROM OLD."taken_down_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='10e53064d0ef484969bc3a8d352d88d6e9f0951b', operation='UPDATE', pgid='pgtrigger_notice_days_stay_f188d', table='minutes_notice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='posted_after_approval', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."posted_on" IS NOT NULL)', declare='DECLARE approved DATE;', func="\n                    SELECT approved_on INTO approved FROM minutes_approval\n                        WHERE id = NEW.approval_id;\n                    IF approved IS NULL OR NEW.posted_on < approved THEN\n                        RAISE EXCEPTION 'justera: posted before it was approved'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='578062f5d04dbef976f4d1bfa4d769682184ebce', operation='INSERT OR UPDATE', pgid='pgtrigger_posted_after_approval_471aa', table='minutes_notice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postingcertificate',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='3eed1660ba688f43feb9ee62c95ca7fbf865d6f5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_d3a99', table='minutes_postingcertificate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postingcertificate',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='520109bab849b8873b4683f63f3de1b01d4156ad', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e923a', table='minutes_postingcertificate', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='presencespan',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='f19d186a5fe942b7d555115ccc814d5de310d6c1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_28649', table='minutes_presencespan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='presencespan',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_minutes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_attendance t ON t.meeting_id = a.meeting_id WHERE t.id = OLD.attendance_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_attendance t ON t.meeting_id = a.meeting_id WHERE t.id = NEW.attendance_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='37c0cf6a1671bd0fb3a337ed60dc58e1ff9ce27f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_minutes_c09c3', table='minutes_presencespan', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposeddecision',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='c90902a0834c4c4cca4b59da62ae4fc55bf7c52f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_47145', table='minutes_proposeddecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposeddecision',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='31340df3ccf87979b2f32b59dc5e216d4cc8f6b5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_4c514', table='minutes_proposeddecision', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='proposer',
            constraint=models.UniqueConstraint(fields=('proposal', 'attendance'), name='proposer_once_per_proposal'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposer',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='9ffb329c9e5f5cd54cb8ec488e6889a3330106c2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_84f30', table='minutes_proposer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposer',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_floorproposal p ON p.item_id = i.id WHERE p.id = OLD.proposal_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_floorproposal p ON p.item_id = i.id WHERE p.id = NEW.proposal_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='5df907d6ef3cb255e9e73420c70bbd871e30e7ef', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_06a14', table='minutes_proposer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='floorproposal',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='d146ec2debf519cd5edd290f0f0f5a4b726d394a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_d971f', table='minutes_floorproposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='floorproposal',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='b554b1ec538cc1b15a11b9c0f93ece774dd89174', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_a20fb', table='minutes_floorproposal', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='propositionround',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('is_yes__isnull', True), ('settled_by', '')), models.Q(('is_yes__isnull', False), models.Q(('settled_by', ''), _negated=True)), _connector='OR'), name='round_settled_with_answer'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='propositionround',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='847792293b3c2debaf7b3c4abe73f7a40005e394', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_84447', table='minutes_propositionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='propositionround',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='518554bcafa26da9fecf5b4a2af77c3a21d29ecc', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_58a1f', table='minutes_propositionround', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='publisheditem',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search'], name='published_item_search'),
        ),
        migrations.AddConstraint(
            model_name='recusal',
            constraint=models.UniqueConstraint(fields=('item', 'attendance'), name='recused_once_per_item'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recusal',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='680abc71187db5ab590e6ef6b522edb9cee17641', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_3e4c4', table='minutes_recusal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recusal',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='4e38389968c0a5be882cc858a8ae36943df2b4b9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_7b153', table='minutes_recusal', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reservist',
            constraint=models.UniqueConstraint(fields=('reservation', 'attendance'), name='reservist_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reservist',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='66182bdba9a9eaeb2dade530405f0e7c14b5abb1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_f3223', table='minutes_reservist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reservist',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_reservation r ON r.item_id = i.id WHERE r.id = OLD.reservation_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_reservation r ON r.item_id = i.id WHERE r.id = NEW.reservation_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='67fdf6c11a8f78b803fd8b3242a6ccbc18c322da', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_0fcf3', table='minutes_reservist', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reservation',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='8e435cb2f697bc5190228353870e761f975244e9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_1f100', table='minutes_reservation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reservation',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = OLD.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id WHERE i.id = NEW.item_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='a65098be90415ffafad45cfe26c4926d1759486b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_97dc4', table='minutes_reservation', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='servingspan',
            constraint=models.CheckConstraint(condition=models.Q(('substitute', models.F('in_place_of')), _negated=True), name='nobody_replaces_themself'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servingspan',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='0de150a155d4f0176515f56eb530e65ec26bb8bf', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_6e821', table='minutes_servingspan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servingspan',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_minutes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = OLD.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a WHERE a.meeting_id = NEW.meeting_id AND NOT a.is_immediate) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='d26d3aa2720f9faa1bd7c652ce1f135450113213', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_minutes_9cbc4', table='minutes_servingspan', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='f91a5c3096026be50b7e7f35b0d6ef14e8470ff4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_7f6d3', table='minutes_signature', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e456622ce43bf26affd8d5718864c5540cae0d1e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_38066', table='minutes_signature', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='summons',
            constraint=models.UniqueConstraint(fields=('meeting', 'version'), name='summons_version_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='summons',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='a77c0d6b30a33076db6aba783337b4f3c323918d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_6e24e', table='minutes_summons', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='summons',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='802b2a8e9d98f6cb5e52e537b41c2ac1cb27affe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6cef6', table='minutes_summons', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='summonsrecipient',
            constraint=models.UniqueConstraint(fields=('summons', 'person'), name='summons_once_per_person'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='summonsrecipient',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='0aec9d78e9e4673cb838eeda4a8980df9b439e5d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_dba8d', table='minutes_summonsrecipient', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='summonsrecipient',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a4e8f3be75f953b9e9618e3552698a62dd018aff', operation='DELETE', pgid='pgtrigger_never_deleted_9386c', table='minutes_summonsrecipient', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.UniqueConstraint(fields=('round', 'attendance'), name='one_vote_each'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vote',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='e6cb48b65d3b30130b64b4d8f9e0e71234192345', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_a9572', table='minutes_vote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vote',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_propositionround r ON r.item_id = i.id WHERE r.id = OLD.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_propositionround r ON r.item_id = i.id WHERE r.id = NEW.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='21a7945e467e6a5e0c3ab15845f262667143ad92', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_0a50a', table='minutes_vote', when='BEFORE')),
        ),
    ]
