import boards.shared.clock
import django.db.models.deletion
import django.db.models.expressions
import minutes.notice.enums
import minutes.privacy.enums
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0004_public_side'),
        ('cases', '0003_public_side'),
        ('minutes', '0003_signing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Proclamation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.notice.enums.ProclamationKind['OTHER_LAW'], 'Announcement under another law'), (minutes.notice.enums.ProclamationKind['DELEGATION'], 'Delegated decisions not reported')], max_length=12, verbose_name='kind')),
                ('heading', models.CharField(max_length=200, verbose_name='heading')),
                ('requested_by', models.CharField(blank=True, max_length=120, verbose_name='asked for by')),
                ('law', models.CharField(max_length=120, verbose_name='law')),
                ('text', models.TextField(verbose_name='text')),
                ('storage_place', models.CharField(blank=True, max_length=120, verbose_name='where the documents are kept')),
                ('names_somebody', models.BooleanField(default=False)),
                ('required_days', models.PositiveSmallIntegerField(null=True, verbose_name='days on the board')),
                ('posted_on', models.DateField(verbose_name='posted')),
                ('posted_at', models.DateTimeField()),
                ('last_day', models.DateField(verbose_name='last day')),
                ('removable_on', models.DateField(verbose_name='comes down')),
                ('taken_down_on', models.DateField(null=True, verbose_name='taken down')),
                ('taken_down_at', models.DateTimeField(null=True)),
                ('withdrawn_because', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'verbose_name': 'proclamation',
                'verbose_name_plural': 'proclamations',
                'ordering': ['-posted_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ProclamationCertificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(minutes.privacy.enums.GateState['WAITING'], 'Waits for a decision'), (minutes.privacy.enums.GateState['CHECKING'], 'Waits for a second pair of eyes'), (minutes.privacy.enums.GateState['PUBLISHED'], 'Published'), (minutes.privacy.enums.GateState['WITHDRAWN'], 'Withdrawn')], default=minutes.privacy.enums.GateState['WAITING'], max_length=10, verbose_name='state')),
                ('since', models.DateTimeField(verbose_name='since')),
                ('findings', models.JSONField(default=list)),
                ('ends_on', models.DateField(null=True, verbose_name='the ground ends')),
            ],
            options={
                'verbose_name': 'publication',
                'verbose_name_plural': 'publications',
                'ordering': ['-since', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PublicationDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[(minutes.privacy.enums.Step['PUBLISH'], 'Decision to publish'), (minutes.privacy.enums.Step['CONFIRM'], 'Looked at a second time'), (minutes.privacy.enums.Step['WITHDRAW'], 'Withdrawn'), (minutes.privacy.enums.Step['END'], 'The ground ended')], max_length=10)),
                ('ground', models.CharField(blank=True, choices=[(minutes.privacy.enums.Ground['STANDING'], 'Nothing to weigh: minutes are published'), (minutes.privacy.enums.Ground['EARLIER'], 'Published before the gate was there'), (minutes.privacy.enums.Ground['PUBLIC_TASK'], 'A task of public interest (GDPR art. 6.1 e)'), (minutes.privacy.enums.Ground['LEGAL_DUTY'], 'A duty by law (GDPR art. 6.1 c)'), (minutes.privacy.enums.Ground['CONSENT'], 'Consent of those concerned (GDPR art. 6.1 a)')], max_length=12, verbose_name='ground')),
                ('findings', models.JSONField(default=list)),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('ends_on', models.DateField(null=True, verbose_name='the ground ends')),
                ('decided_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'publication decision',
                'verbose_name_plural': 'publication decisions',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedAgendaPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('heading', models.CharField(max_length=200)),
                ('is_secret', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['meeting', 'position'],
            },
        ),
        migrations.CreateModel(
            name='PublishedCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('dnr', models.CharField(max_length=40)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(null=True)),
                ('is_secret', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['-opened_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('designation', models.CharField(max_length=60)),
                ('heading', models.CharField(max_length=200)),
                ('handled_on', models.DateField()),
                ('sha256', models.CharField(max_length=64)),
                ('media_type', models.CharField(max_length=100)),
                ('file_name', models.CharField(max_length=200)),
                ('size', models.PositiveBigIntegerField()),
                ('text', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['handled_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('name', models.CharField(max_length=170)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='PublishedProclamation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('kind', models.CharField(max_length=12)),
                ('heading', models.CharField(blank=True, max_length=200)),
                ('requested_by', models.CharField(blank=True, max_length=120)),
                ('law', models.CharField(max_length=120)),
                ('text', models.TextField(blank=True)),
                ('storage_place', models.CharField(blank=True, max_length=120)),
                ('names_somebody', models.BooleanField(default=False)),
                ('posted_on', models.DateField()),
                ('posted_at', models.DateTimeField()),
                ('last_day', models.DateField()),
                ('removable_on', models.DateField()),
                ('reasons', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['-posted_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedSeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('role', models.CharField(max_length=20)),
                ('party', models.CharField(blank=True, max_length=40)),
                ('party_name', models.CharField(blank=True, max_length=80)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('call_order', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['board', 'starts_on', 'call_order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BoardMunicipality',
            fields=[
            ],
            options={
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('minutes.publishedboard_municipalities',),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='notice',
            name='notice_days_stay',
        ),
        migrations.AddField(
            model_name='notice',
            name='proof_file',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile'),
        ),
        migrations.AddField(
            model_name='notice',
            name='proof_url',
            field=models.URLField(blank=True, default='', verbose_name='address of the notice'),
        ),
        migrations.AddField(
            model_name='publishedannouncement',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedannouncement',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedannouncement',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='publishedboard',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedboard',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedboard',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='publisheditem',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publisheditem',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publisheditem',
            name='facts',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='publisheditem',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='publishedmeeting',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedmeeting',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedmeeting',
            name='ends_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='publishedmeeting',
            name='sequence',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='publishedmeeting',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='publishedminutes',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedminutes',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedmunicipality',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedmunicipality',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishedmunicipality',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='publishednotice',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishednotice',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='publishednotice',
            name='reasons',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='publishednotice',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='extract',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extracts', to='minutes.minutesitem'),
        ),
        migrations.AlterField(
            model_name='publishedminutes',
            name='published_at',
            field=models.DateTimeField(default=boards.shared.clock.now),
        ),
        migrations.AlterField(
            model_name='publishedminutes',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='notice_days_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD."approval_id" IS NOT NULL AND NEW."approval_id" IS DISTINCT FROM OLD."approval_id") OR (OLD."municipality_id" IS NOT NULL AND NEW."municipality_id" IS DISTINCT FROM OLD."municipality_id") OR (OLD."posted_on" IS NOT NULL AND NEW."posted_on" IS DISTINCT FROM OLD."posted_on") OR (OLD."posted_at" IS NOT NULL AND NEW."posted_at" IS DISTINCT FROM OLD."posted_at") OR (OLD."proof_file_id" IS NOT NULL AND NEW."proof_file_id" IS DISTINCT FROM OLD."proof_file_id") OR (OLD."last_appeal_day" IS NOT NULL AND NEW."last_appeal_day" IS DISTINCT FROM OLD."last_appeal_day") OR (OLD."removable_on" IS NOT NULL AND NEW."removable_on" IS DISTINCT FROM OLD."removable_on") OR (OLD."taken_down_on" IS NOT NULL AND NEW."taken_down_on" IS DISTINCT FROM OLD."taken_down_on") OR (OLD."taken_down_at" IS NOT NULL AND NEW."taken_down_at" IS DISTINCT FROM OLD."taken_down_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='56cdf36765d7571faced56d80ec2a4439a7e5cfa', operation='UPDATE', pgid='pgtrigger_notice_days_stay_f188d', table='minutes_notice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='notice_proof_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.posted_on IS NOT NULL AND (NEW.proof, NEW.proof_url) IS DISTINCT FROM (OLD.proof, OLD.proof_url))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='aadb5213ac81c940226f8ef1cd618a67dd3625eb', operation='UPDATE', pgid='pgtrigger_notice_proof_stays_369d4', table='minutes_notice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='posted_elsewhere_is_proved', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."posted_on" IS NOT NULL)', declare='DECLARE here BOOLEAN;', func="\n                    IF TG_OP = 'UPDATE' AND OLD.posted_on IS NOT NULL THEN\n                        RETURN NEW;\n                    END IF;\n                    SELECT is_served_here INTO here FROM boards_municipality\n                        WHERE id = NEW.municipality_id;\n                    IF NOT here AND (NEW.proof = ''\n                        OR (NEW.proof_url = '' AND NEW.proof_file_id IS NULL))\n                    THEN\n                        RAISE EXCEPTION 'justera: posted elsewhere without proof'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='d5f917d3842da5e37acbff73ad3065906b4d7086', operation='INSERT OR UPDATE', pgid='pgtrigger_posted_elsewhere_is_proved_eacc2', table='minutes_notice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedannouncement',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='592f8368f0af47735806a22d7dfd8a53bf4845c7', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_42f41', table='minutes_publishedannouncement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedboard',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='10c0883a2d1daf1c9a68a2c87eab0f1dba7e165a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_8ef64', table='minutes_publishedboard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publisheditem',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='e0841fb539f7547041d9d9bb7c675113f9a11acc', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_e6a26', table='minutes_publisheditem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedmeeting',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='a37af7ba3312fc1542668d082ce843f5b0399b55', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_b48aa', table='minutes_publishedmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedminutes',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='9bb9fde891e49021550a90ebad99b7fb9dece438', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_9b9c0', table='minutes_publishedminutes', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedmunicipality',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='386eb62a9b6cf67f69d8d0fceec7a5f0068cfcd7', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_002cf', table='minutes_publishedmunicipality', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishednotice',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='320a2909f6faf269ad437338989873428ada47b2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_27510', table='minutes_publishednotice', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='extract',
            constraint=models.UniqueConstraint(fields=('item', 'approval'), name='one_extract_per_version'),
        ),
        migrations.AddField(
            model_name='proclamation',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proclamations', to='boards.board'),
        ),
        migrations.AddField(
            model_name='proclamation',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proclamations', to='boards.municipality'),
        ),
        migrations.AddField(
            model_name='proclamation',
            name='posted_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='proclamationcertificate',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile'),
        ),
        migrations.AddField(
            model_name='proclamationcertificate',
            name='proclamation',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='minutes.proclamation'),
        ),
        migrations.AddField(
            model_name='publication',
            name='approval',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='minutes.approval'),
        ),
        migrations.AddField(
            model_name='publication',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.board'),
        ),
        migrations.AddField(
            model_name='publication',
            name='document',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='cases.document'),
        ),
        migrations.AddField(
            model_name='publicationdecision',
            name='confirms',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='confirmation', to='minutes.publicationdecision'),
        ),
        migrations.AddField(
            model_name='publicationdecision',
            name='decided_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='publicationdecision',
            name='publication',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='minutes.publication'),
        ),
        migrations.AddField(
            model_name='publishedagendapoint',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='minutes.publishedmeeting'),
        ),
        migrations.AddField(
            model_name='publisheditem',
            name='point',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='items', to='minutes.publishedagendapoint'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='minutes.publishedboard'),
        ),
        migrations.AddField(
            model_name='publishedagendapoint',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='points', to='minutes.publishedcase'),
        ),
        migrations.AddField(
            model_name='publisheditem',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='items', to='minutes.publishedcase'),
        ),
        migrations.AddField(
            model_name='publishedpaper',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='minutes.publishedboard'),
        ),
        migrations.AddField(
            model_name='publishedpaper',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='papers', to='minutes.publishedcase'),
        ),
        migrations.AddField(
            model_name='publishedpaper',
            name='points',
            field=models.ManyToManyField(related_name='papers', to='minutes.publishedagendapoint'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedperson',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='68171df81d32a77bdeb3639d9af6f88d7d1ab851', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_83b1e', table='minutes_publishedperson', when='AFTER')),
        ),
        migrations.AddField(
            model_name='publishedproclamation',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proclamations', to='minutes.publishedboard'),
        ),
        migrations.AddField(
            model_name='publishedproclamation',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proclamations', to='minutes.publishedmunicipality'),
        ),
        migrations.AddField(
            model_name='publishedseat',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='minutes.publishedboard'),
        ),
        migrations.AddField(
            model_name='publishedseat',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='minutes.publishedmunicipality'),
        ),
        migrations.AddField(
            model_name='publishedseat',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='seats', to='minutes.publishedperson'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='boardmunicipality',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='04ccfef09a9b2ae441a8d1890b2099053b069f1f', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_6f393', table='minutes_publishedboard_municipalities', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='proclamation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'other_law'), ('required_days__range', (1, 366)), models.Q(('requested_by', ''), _negated=True)), models.Q(('kind', 'delegation'), ('requested_by', ''), ('required_days__isnull', True), models.Q(('storage_place', ''), _negated=True)), _connector='OR'), name='proclamation_is_of_the_closed_list'),
        ),
        migrations.AddConstraint(
            model_name='proclamation',
            constraint=models.CheckConstraint(condition=models.Q(('last_day__gt', models.F('posted_on')), ('removable_on__gt', models.F('last_day')), models.Q(('heading', ''), _negated=True), models.Q(('text', ''), _negated=True), models.Q(('law', ''), _negated=True)), name='proclamation_says_what_it_must'),
        ),
        migrations.AddConstraint(
            model_name='proclamation',
            constraint=models.CheckConstraint(condition=models.Q(('required_days__isnull', True), ('last_day', models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(models.F('posted_on'), '+', models.F('required_days')), output_field=models.DateField())), _connector='OR'), name='proclamation_is_up_its_days'),
        ),
        migrations.AddConstraint(
            model_name='proclamation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_down_on__isnull', True), ('withdrawn_because', '')), models.Q(('taken_down_on__gte', models.F('removable_on')), ('withdrawn_because', '')), models.Q(('kind', 'other_law'), ('taken_down_on__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='proclamation_never_down_early_unless_withdrawn'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proclamation',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='b3eccf6176184621e065dc94483e8b1439911027', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_371f3', table='minutes_proclamation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proclamation',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='fac066923d4b80d1fbb8519fdf88314ab46680b9', operation='DELETE', pgid='pgtrigger_never_deleted_272e1', table='minutes_proclamation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proclamation',
            trigger=pgtrigger.compiler.Trigger(name='proclamation_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."board_id" IS DISTINCT FROM (NEW."board_id") OR OLD."heading" IS DISTINCT FROM (NEW."heading") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."last_day" IS DISTINCT FROM (NEW."last_day") OR OLD."law" IS DISTINCT FROM (NEW."law") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."names_somebody" IS DISTINCT FROM (NEW."names_somebody") OR OLD."posted_at" IS DISTINCT FROM (NEW."posted_at") OR OLD."posted_by_id" IS DISTINCT FROM (NEW."posted_by_id") OR OLD."posted_on" IS DISTINCT FROM (NEW."posted_on") OR OLD."removable_on" IS DISTINCT FROM (NEW."removable_on") OR OLD."requested_by" IS DISTINCT FROM (NEW."requested_by") OR OLD."required_days" IS DISTINCT FROM (NEW."required_days") OR OLD."storage_place" IS DISTINCT FROM (NEW."storage_place") OR OLD."text" IS DISTINCT FROM (NEW."text"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='457a4849f014969aebb09454d251707833b5d6cf', operation='UPDATE', pgid='pgtrigger_proclamation_stays_0ac42', table='minutes_proclamation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proclamation',
            trigger=pgtrigger.compiler.Trigger(name='proclamation_down_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."taken_down_on" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='3802418a050e320bb75145c8f2ba6204157032a5', operation='UPDATE', pgid='pgtrigger_proclamation_down_once_a5475', table='minutes_proclamation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proclamationcertificate',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='fdd7334d65988ea25569ac923b1a38496a9d1950', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_4237e', table='minutes_proclamationcertificate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proclamationcertificate',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9595f9d3014e1ce1e4aa68c3e0132c80d2a2e4c7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a6a49', table='minutes_proclamationcertificate', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proclamationcertificate',
            trigger=pgtrigger.compiler.Trigger(name='certified_after_its_time', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM minutes_proclamation\n                        WHERE id = NEW.proclamation_id\n                            AND taken_down_on >= removable_on\n                            AND withdrawn_because = ''\n                    ) THEN\n                        RAISE EXCEPTION 'justera: not up for its whole time'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='08036a340e2071c6e8a3cc6bd18098e5e38a217f', operation='INSERT', pgid='pgtrigger_certified_after_its_time_daf04', table='minutes_proclamationcertificate', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='publication',
            index=models.Index(fields=['state', 'since'], name='gate_by_state'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approval__isnull', True), ('document__isnull', False)), models.Q(('approval__isnull', False), ('document__isnull', True)), _connector='OR'), name='publication_is_of_one_document'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), models.Q(('state', minutes.privacy.enums.GateState['WITHDRAWN']), _negated=True), _connector='OR'), name='withdrawn_has_no_end'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='7be994715a0e5b9b412924b5a4fa010a26970400', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_5446d', table='minutes_publication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='0a062deef03e521c1f6534d54dce1d94c14931b0', operation='DELETE', pgid='pgtrigger_never_deleted_55556', table='minutes_publication', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='publicationdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', minutes.privacy.enums.Step['PUBLISH']), _negated=True), models.Q(('ground', ''), _negated=True), _connector='OR'), name='published_on_a_ground'),
        ),
        migrations.AddConstraint(
            model_name='publicationdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', minutes.privacy.enums.Step['WITHDRAW']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='withdrawn_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='publicationdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirms__isnull', False), ('step', minutes.privacy.enums.Step['CONFIRM'])), models.Q(models.Q(('step', minutes.privacy.enums.Step['CONFIRM']), _negated=True), ('confirms__isnull', True)), _connector='OR'), name='only_a_second_look_confirms'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publicationdecision',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='9e3a74061884bd4206042149d04b4ca68a0827c0', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_c2679', table='minutes_publicationdecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publicationdecision',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9d6874e510ba1cdb77535fc1ae9b4739a421bad8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a1261', table='minutes_publicationdecision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publicationdecision',
            trigger=pgtrigger.compiler.Trigger(name='other_eyes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."step" = \'confirm\')', func="\n    IF NOT EXISTS (\n        SELECT 1 FROM minutes_publicationdecision d\n        WHERE d.id = NEW.confirms_id AND d.step = 'publish'\n        AND d.publication_id = NEW.publication_id\n        AND d.decided_by_id IS DISTINCT FROM NEW.decided_by_id\n    ) THEN\n        RAISE EXCEPTION 'justera: somebody else looks a second time'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n", hash='f8b8c1c36eeb5a406fde67cd79f27244b9e4071e', operation='INSERT', pgid='pgtrigger_other_eyes_b9264', table='minutes_publicationdecision', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='publishedcase',
            constraint=models.UniqueConstraint(fields=('board', 'dnr'), name='published_dnr_once_per_board'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedcase',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='e068580423ea557769e6bd1f827adad6a7a9e5c2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_ab1f7', table='minutes_publishedcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedagendapoint',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='48c3c7fe24719a2b3ba1ac814de1a9cb7b4856c7', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_3d612', table='minutes_publishedagendapoint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedpaper',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='b21e0cf4289dfcebe08eba21faf0e2b169577515', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_fc6a8', table='minutes_publishedpaper', when='AFTER')),
        ),
        migrations.CreateModel(
            name='PaperOnAgenda',
            fields=[
            ],
            options={
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('minutes.publishedpaper_points',),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedproclamation',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='a8229c772146ee4b55f648fb7aeb43ea7de18af6', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_390a5', table='minutes_publishedproclamation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedseat',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='b7a99e748152db6e1ac76335611ae4011a038131', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_0c5ea', table='minutes_publishedseat', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='paperonagenda',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='31a1b76fd0f17cd89643e0d5eb712764cafd928e', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_0b5e9', table='minutes_publishedpaper_points', when='AFTER')),
        ),
    ]
