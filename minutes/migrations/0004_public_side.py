import boards.shared.clock
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0004_public_side'),
        ('minutes', '0003_signing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            model_name='publishedseat',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='b7a99e748152db6e1ac76335611ae4011a038131', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_0c5ea', table='minutes_publishedseat', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='paperonagenda',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='31a1b76fd0f17cd89643e0d5eb712764cafd928e', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_0b5e9', table='minutes_publishedpaper_points', when='AFTER')),
        ),
    ]
