import django.db.models.deletion
import minutes.approval.enums
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
                ('approver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='minutes.approver')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['started_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='EvidenceFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.approval.enums.EvidenceKind['VALIDATION'], 'Validation when it was signed'), (minutes.approval.enums.EvidenceKind['CERTIFICATES'], 'Certificates'), (minutes.approval.enums.EvidenceKind['REVOCATION'], 'Revocation'), (minutes.approval.enums.EvidenceKind['TIMESTAMP'], 'Time stamp'), (minutes.approval.enums.EvidenceKind['MANDATE'], 'Person, role and uppdrag'), (minutes.approval.enums.EvidenceKind['EID_SIGNATURE'], "The e-ID's own signature"), (minutes.approval.enums.EvidenceKind['EID_STATUS'], 'Status of the e-ID'), (minutes.approval.enums.EvidenceKind['EID_ASSERTION'], 'What the e-ID service said')], max_length=20)),
                ('name', models.CharField(max_length=120)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('signature', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence_files', to='minutes.signature')),
            ],
            options={
                'ordering': ['signature', 'name'],
                'constraints': [models.UniqueConstraint(fields=('signature', 'name'), name='evidence_named_once')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidencefile',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='06cc86693f957a8741974036d2d4923fa604bb79', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_88057', table='minutes_evidencefile', when='BEFORE')),
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
