import django.db.models.deletion
import minutes.approval.enums
import minutes.meeting.enums
import minutes.reminder.enums
import minutes.review.enums
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0003_signing'),
        ('minutes', '0002_whole_meetings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Announcement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField()),
                ('announced_at', models.DateTimeField()),
                ('starts_at', models.DateTimeField()),
                ('place', models.CharField(max_length=200)),
                ('agenda', models.JSONField()),
                ('is_late', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['version'],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.review.enums.AnswerKind['ANSWERED'], 'Answered'), (minutes.review.enums.AnswerKind['TAKEN_OVER'], 'Taken over'), (minutes.review.enums.AnswerKind['CHANGED'], 'The § was changed')], max_length=10)),
                ('text', models.TextField(blank=True, verbose_name='answer')),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wrong', models.CharField(max_length=300, verbose_name='what it says')),
                ('right', models.CharField(max_length=300, verbose_name='what it should say')),
                ('ground', models.CharField(max_length=300, verbose_name='ground')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='EvidenceFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.approval.enums.EvidenceKind['VALIDATION'], 'Validation when it was signed'), (minutes.approval.enums.EvidenceKind['CERTIFICATES'], 'Certificates'), (minutes.approval.enums.EvidenceKind['REVOCATION'], 'Revocation'), (minutes.approval.enums.EvidenceKind['TIMESTAMP'], 'Time stamp'), (minutes.approval.enums.EvidenceKind['MANDATE'], 'Person, role and uppdrag'), (minutes.approval.enums.EvidenceKind['EID_SIGNATURE'], "The e-ID's own signature"), (minutes.approval.enums.EvidenceKind['EID_STATUS'], 'Status of the e-ID'), (minutes.approval.enums.EvidenceKind['EID_ASSERTION'], 'What the e-ID service said')], max_length=20)),
                ('name', models.CharField(max_length=120)),
            ],
            options={
                'ordering': ['signature', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('verdict', models.CharField(choices=[(minutes.review.enums.Verdict['OK'], 'Ok'), (minutes.review.enums.Verdict['COMMENT'], 'Comment'), (minutes.review.enums.Verdict['WORDING'], 'Proposed wording')], max_length=10, verbose_name='view')),
                ('comment', models.TextField(blank=True, verbose_name='comment')),
                ('section_heading', models.CharField(blank=True, max_length=120)),
                ('before', models.TextField(blank=True)),
                ('wording', models.TextField(blank=True, verbose_name='proposed wording')),
                ('content', models.TextField()),
                ('content_sha256', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedAnnouncement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_id', models.BigIntegerField()),
                ('announced_at', models.DateTimeField()),
                ('agenda', models.JSONField()),
                ('has_moved', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['meeting__starts_at'],
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.reminder.enums.ReminderKind['LOOK'], 'To look through'), (minutes.reminder.enums.ReminderKind['SIGN'], 'To sign'), (minutes.reminder.enums.ReminderKind['LATE'], 'Not approved in time')], max_length=10)),
                ('due_on', models.DateField()),
                ('days', models.PositiveSmallIntegerField(help_text='Days before the due day.')),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'reminder',
                'verbose_name_plural': 'reminders',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sent_at', models.DateTimeField()),
                ('due_on', models.DateField(verbose_name='to be looked through by')),
            ],
            options={
                'verbose_name': 'review',
                'verbose_name_plural': 'reviews',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Reviewer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[(minutes.review.enums.ReviewerRole['CHAIR'], 'Chair'), (minutes.review.enums.ReviewerRole['APPROVER'], 'Approver')], max_length=10, verbose_name='signs as')),
                ('name', models.CharField(max_length=180)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ReviewItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SignerOpinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='differing opinion')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SigningAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('method', models.CharField(max_length=20)),
                ('shown_sha256', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[(minutes.approval.enums.AttemptState['STARTED'], 'Begun'), (minutes.approval.enums.AttemptState['PROVED'], 'Waiting for its signature'), (minutes.approval.enums.AttemptState['SIGNED'], 'Signed'), (minutes.approval.enums.AttemptState['FAILED'], 'Failed'), (minutes.approval.enums.AttemptState['CANCELLED'], 'Cancelled')], default=minutes.approval.enums.AttemptState['STARTED'], max_length=10, verbose_name='state')),
                ('failure', models.CharField(blank=True, max_length=60)),
                ('started_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('proved_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('state_of_method', models.JSONField(default=dict)),
                ('proof', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['started_at', 'pk'],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='approval',
            name='frozen_keeps_content',
        ),
        migrations.AddField(
            model_name='approval',
            name='origin',
            field=models.ForeignKey(help_text='The first version, which a correction is a later one of.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='minutes.approval'),
        ),
        migrations.AddField(
            model_name='approval',
            name='return_kind',
            field=models.CharField(blank=True, choices=[(minutes.approval.enums.ReturnKind['MISTAKE'], 'The secretary puts it right'), (minutes.approval.enums.ReturnKind['DISSENT'], 'A differing opinion is noted'), (minutes.approval.enums.ReturnKind['REFERRED'], 'The board decides'), (minutes.approval.enums.ReturnKind['RESERVE'], 'A reserve takes over')], max_length=10, verbose_name='what comes of it'),
        ),
        migrations.AddField(
            model_name='approval',
            name='version',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='version'),
        ),
        migrations.AddField(
            model_name='publishedminutes',
            name='corrections',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='publishedminutes',
            name='first_source_id',
            field=models.BigIntegerField(db_index=True, default=0),
        ),
        migrations.AddField(
            model_name='publishedminutes',
            name='version',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='signature',
            name='identity_provider',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='signature',
            name='level',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='level of assurance'),
        ),
        migrations.AlterField(
            model_name='agendaitem',
            name='cause',
            field=models.CharField(choices=[(minutes.meeting.enums.AgendaCause['CHOSEN'], 'Put there by the secretary'), (minutes.meeting.enums.AgendaCause['STANDING'], 'Standing point'), (minutes.meeting.enums.AgendaCause['POSTPONED'], 'Postponed from another meeting'), (minutes.meeting.enums.AgendaCause['REFERRED_BACK'], 'Back after a referral'), (minutes.meeting.enums.AgendaCause['URGENT_DECISION'], 'Urgent decision to report (KL 6:39)'), (minutes.meeting.enums.AgendaCause['DELEGATION'], 'Delegated decisions to report (KL 6:40)'), (minutes.meeting.enums.AgendaCause['REFERRED_MINUTES'], 'Minutes the signers disagree about')], default=minutes.meeting.enums.AgendaCause['CHOSEN'], max_length=16, verbose_name='why it is here'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='frozen_keeps_content', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'frozen\' AND (NEW."state" = \'preparing\' OR NEW."content" IS DISTINCT FROM OLD."content" OR NEW."meeting_id" IS DISTINCT FROM OLD."meeting_id" OR NEW."origin_id" IS DISTINCT FROM OLD."origin_id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."frozen_at" IS DISTINCT FROM OLD."frozen_at" OR (OLD."sealed_id" IS NOT NULL AND NEW."sealed_id" IS DISTINCT FROM OLD."sealed_id")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='2fa1b3b6310fb400d162d8114dffd9d99716837e', operation='UPDATE', pgid='pgtrigger_frozen_keeps_content_b5311', table='minutes_approval', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('origin__isnull', True), ('version', 1)), models.Q(('origin__isnull', False), ('version__gt', 1)), _connector='OR'), name='later_versions_have_a_first'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'returned'), _negated=True), fields=('origin', 'version'), name='one_correction_per_version'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['preparing', 'frozen'])), fields=('origin',), name='one_open_correction'),
        ),
        migrations.AddField(
            model_name='announcement',
            name='announced_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='announcement',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='announcements', to='minutes.meeting'),
        ),
        migrations.AddField(
            model_name='answer',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='correction',
            name='approval',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='minutes.approval'),
        ),
        migrations.AddField(
            model_name='correction',
            name='item',
            field=models.ForeignKey(help_text='Empty: the front page.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='minutes.minutesitem'),
        ),
        migrations.AddField(
            model_name='evidencefile',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile'),
        ),
        migrations.AddField(
            model_name='evidencefile',
            name='signature',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence_files', to='minutes.signature'),
        ),
        migrations.AddField(
            model_name='look',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='look',
            name='section',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='minutes.itemsection'),
        ),
        migrations.AddField(
            model_name='answer',
            name='look',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='minutes.look'),
        ),
        migrations.AddField(
            model_name='publishedannouncement',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='announcements', to='minutes.publishedmeeting'),
        ),
        migrations.AddField(
            model_name='publishedannouncement',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='announcements', to='minutes.publishedmunicipality'),
        ),
        migrations.AddField(
            model_name='referral',
            name='agenda_item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='minutes.agendaitem'),
        ),
        migrations.AddField(
            model_name='referral',
            name='approval',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='referral', to='minutes.approval'),
        ),
        migrations.AddField(
            model_name='reminder',
            name='approval',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='minutes.approval'),
        ),
        migrations.AddField(
            model_name='reminder',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='minutes.meeting'),
        ),
        migrations.AddField(
            model_name='reminder',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person'),
        ),
        migrations.AddField(
            model_name='review',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='minutes.meeting'),
        ),
        migrations.AddField(
            model_name='review',
            name='sent_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reviewer',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person'),
        ),
        migrations.AddField(
            model_name='look',
            name='reviewer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='minutes.reviewer'),
        ),
        migrations.AddField(
            model_name='reviewitem',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='review_items', to='minutes.minutesitem'),
        ),
        migrations.AddField(
            model_name='reviewitem',
            name='review',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='minutes.review'),
        ),
        migrations.AddField(
            model_name='reviewer',
            name='review_item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviewers', to='minutes.reviewitem'),
        ),
        migrations.AddField(
            model_name='signeropinion',
            name='approval',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='minutes.approval'),
        ),
        migrations.AddField(
            model_name='signeropinion',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person'),
        ),
        migrations.AddField(
            model_name='signingattempt',
            name='approver',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='minutes.approver'),
        ),
        migrations.AddField(
            model_name='signingattempt',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='announcement',
            constraint=models.UniqueConstraint(fields=('meeting', 'version'), name='announcement_version_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='announcement',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='0b3d5aed98880aea329f33284eb301e908293e71', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_0e8b1', table='minutes_announcement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='announcement',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='90a7fca8d30b91515734f00ac6037e074bdfe2c1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5b270', table='minutes_announcement', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('wrong', ''), _negated=True), models.Q(('right', ''), _negated=True), models.Q(('ground', ''), _negated=True)), name='correction_says_everything'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(('wrong', models.F('right')), _negated=True), name='correction_changes'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='f52c81e77cb6c5608a087b67892658884c0f1776', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_f3492', table='minutes_correction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c70d0ecd3d289305152e7d53642d94f4c1119f06', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_96bb1', table='minutes_correction', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='evidencefile',
            constraint=models.UniqueConstraint(fields=('signature', 'name'), name='evidence_named_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencefile',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='06cc86693f957a8741974036d2d4923fa604bb79', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_88057', table='minutes_evidencefile', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'answered'), _negated=True), models.Q(('text', ''), _negated=True), _connector='OR'), name='answer_says_something'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='7be555ec25d40ac33c7d21e16d0c592c9deb278a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_0cbe2', table='minutes_answer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0d49beddb075e83fd79eb6ac1155e781baec7258', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4d5d3', table='minutes_answer', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='publishedannouncement',
            constraint=models.UniqueConstraint(fields=('meeting', 'municipality'), name='announced_once_per_municipality'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='a4602b0fc55087fe12c6bf10e5caf13be5966d58', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_5e55d', table='minutes_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='55c38e47fc32db7932c6aad649ba361be6af5a39', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eea80', table='minutes_referral', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('kind', 'meeting', 'approval', 'person', 'due_on', 'days'), name='reminder_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approval__isnull', False), ('kind', 'sign'), ('person__isnull', False)), models.Q(('approval__isnull', True), ('kind', 'look'), ('person__isnull', False)), models.Q(('approval__isnull', True), ('days', 0), ('kind', 'late'), ('person__isnull', True)), _connector='OR'), name='reminder_is_of_what_its_kind_says'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reminder',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='2ed6b151e9f356b4f81a38685fc68d8daa91f992', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_24d24', table='minutes_reminder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reminder',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2a254b7258122633cf7607e7a9729d88d91102e7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f1500', table='minutes_reminder', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='0c55a64c0206de359bebf023f3156b6aa28c0eac', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_5bd95', table='minutes_review', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d8b56575220a56451347d39d1c20186080c82595', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c1e59', table='minutes_review', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('comment', ''), ('section__isnull', True), ('verdict', 'ok'), ('wording', '')), models.Q(('section__isnull', True), ('verdict', 'comment'), ('wording', ''), models.Q(('comment', ''), _negated=True)), models.Q(('section__isnull', False), ('verdict', 'wording'), models.Q(('wording', ''), _negated=True)), _connector='OR'), name='look_says_what_its_verdict_is'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='look',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='2b8026ccc27086347d787b7aecc7accaffdbb8dd', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_d557b', table='minutes_look', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='look',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c6963b6c4d2d9b5e9ea80ad0c6f1d94e47f40448', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_081cc', table='minutes_look', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='look',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_item', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_reviewitem ri ON ri.item_id = i.id JOIN minutes_reviewer r ON r.review_item_id = ri.id WHERE r.id = OLD.reviewer_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT a.state FROM minutes_approval a JOIN minutes_minutesitem i ON i.approval_id = a.id JOIN minutes_reviewitem ri ON ri.item_id = i.id JOIN minutes_reviewer r ON r.review_item_id = ri.id WHERE r.id = NEW.reviewer_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='42217af3d70455d22607d050031f8aad05e3c13a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_item_cbe52', table='minutes_look', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='look',
            trigger=pgtrigger.compiler.Trigger(name='only_ones_own', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT EXISTS (\n        SELECT 1 FROM minutes_reviewer r\n        JOIN boards_user u ON u.person_id = r.person_id\n        WHERE r.id = NEW.reviewer_id AND u.id = NEW.by_id\n    ) THEN\n        RAISE EXCEPTION 'justera: only the reviewer looks through a paragraph'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n", hash='6e9d8810a77f8feb29f9839c242c1a0af1fc23b4', operation='INSERT', pgid='pgtrigger_only_ones_own_9cf72', table='minutes_look', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='look',
            trigger=pgtrigger.compiler.Trigger(name='hash_of_what_was_seen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (encode(sha256(convert_to(NEW."content", \'UTF8\')), \'hex\') <> NEW."content_sha256")', func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;", hash='2e4bcd69704d3ab222ab5f39d9a29d1fdfb9d546', operation='INSERT', pgid='pgtrigger_hash_of_what_was_seen_7c4a8', table='minutes_look', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reviewitem',
            constraint=models.UniqueConstraint(fields=('review', 'item'), name='item_once_per_review'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewitem',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='724edcc797da282763a8dafd95e3cea8b12c75b3', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_e0c70', table='minutes_reviewitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewitem',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='28a3dd1f5112b8d6fd0e008ef81a279d47521384', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_23dca', table='minutes_reviewitem', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reviewer',
            constraint=models.UniqueConstraint(fields=('review_item', 'person'), name='reviewer_once_per_item'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewer',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='efd5fdf6a547cc582979796adb3ee1373c9c4f9b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_9cf73', table='minutes_reviewer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewer',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c6eb8bd77af59b7d6237928c1aca4b9bf5af73c7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_55317', table='minutes_reviewer', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='signeropinion',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='opinion_has_words'),
        ),
        migrations.AddConstraint(
            model_name='signeropinion',
            constraint=models.UniqueConstraint(fields=('approval', 'person'), name='one_opinion_per_signer'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signeropinion',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='bb3fbe29e42a6b1c47c3ff53be9fb484919497cd', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_ef331', table='minutes_signeropinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signeropinion',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6ccde15f4a3aedbf585a51044823b6987ac6f469', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5ecd1', table='minutes_signeropinion', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='signingattempt',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['started', 'proved'])), fields=('approver',), name='one_open_attempt_per_signer'),
        ),
        migrations.AddConstraint(
            model_name='signingattempt',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('state__in', ['started', 'proved'])), models.Q(('ended_at__isnull', False), ('state__in', ['signed', 'failed', 'cancelled'])), _connector='OR'), name='attempt_ended_at_when_over'),
        ),
        migrations.AddConstraint(
            model_name='signingattempt',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['proved', 'signed']), _negated=True), ('proved_at__isnull', False), _connector='OR'), name='attempt_proved_before_signed'),
        ),
        migrations.AddConstraint(
            model_name='signingattempt',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('failure', ''), _negated=True), _connector='OR'), name='attempt_failed_with_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signingattempt',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a635711cc57aa6ca3c1c4d0e99d43a4a1b85e6f7', operation='DELETE', pgid='pgtrigger_never_deleted_98aa7', table='minutes_signingattempt', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signingattempt',
            trigger=pgtrigger.compiler.Trigger(name='ended_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" IN (\'signed\', \'failed\', \'cancelled\'))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b8b6f508f1fbc81a4a2cfc0204b3f31060f16225', operation='UPDATE', pgid='pgtrigger_ended_never_changes_2aef2', table='minutes_signingattempt', when='BEFORE')),
        ),
    ]
