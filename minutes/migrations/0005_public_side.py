import boards.shared.clock
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import minutes.followup.enums
import minutes.item.enums
import minutes.notice.enums
import minutes.privacy.enums
import minutes.search.enums
import minutes.subscription.enums
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0004_public_side'),
        ('cases', '0003_public_side'),
        ('minutes', '0004_trigram'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.followup.enums.FollowUpKind['CARRIED_OUT'], 'Put into effect'), (minutes.followup.enums.FollowUpKind['REPORTED_BACK'], 'Reported back')], max_length=13, verbose_name='what has been done')),
                ('done_on', models.DateField(verbose_name='day')),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='public text')),
                ('marked_at', models.DateTimeField()),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('taken_back_because', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'verbose_name': 'follow-up',
                'verbose_name_plural': 'follow-ups',
                'ordering': ['done_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Interruption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('was_asked', models.BooleanField(help_text='The board answered, and the notice was not on it.')),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('found_at', models.DateTimeField()),
                ('outcome', models.CharField(blank=True, choices=[(minutes.notice.enums.Outcome['STANDS'], 'The notice was up: the time to appeal stands'), (minutes.notice.enums.Outcome['INTERRUPTED'], 'The notice was not up: it is posted anew')], max_length=12)),
                ('ground', models.CharField(blank=True, max_length=500)),
                ('assessed_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'interruption',
                'verbose_name_plural': 'interruptions',
                'ordering': ['from_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(default=boards.shared.clock.now)),
                ('sent_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=12)),
                ('row_id', models.BigIntegerField()),
                ('found_at', models.DateTimeField(default=boards.shared.clock.now)),
            ],
            options={
                'ordering': ['found_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='News',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[(minutes.subscription.enums.What['AGENDA'], minutes.subscription.enums.What['AGENDA']), (minutes.subscription.enums.What['CANCELLED'], minutes.subscription.enums.What['CANCELLED']), (minutes.subscription.enums.What['MINUTES'], minutes.subscription.enums.What['MINUTES']), (minutes.subscription.enums.What['NOTICE'], minutes.subscription.enums.What['NOTICE']), (minutes.subscription.enums.What['ANNOUNCEMENT'], minutes.subscription.enums.What['ANNOUNCEMENT']), (minutes.subscription.enums.What['PROCLAMATION'], minutes.subscription.enums.What['PROCLAMATION']), (minutes.subscription.enums.What['ITEM'], minutes.subscription.enums.What['ITEM']), (minutes.subscription.enums.What['POINT'], minutes.subscription.enums.What['POINT']), (minutes.subscription.enums.What['PAPER'], minutes.subscription.enums.What['PAPER']), (minutes.subscription.enums.What['FOLLOW_UP'], minutes.subscription.enums.What['FOLLOW_UP'])], max_length=12)),
                ('row_id', models.BigIntegerField()),
                ('found_at', models.DateTimeField(default=boards.shared.clock.now)),
                ('spread_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='NoticeMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('due', 'To be posted'), ('late', 'Late'), ('interrupted', 'Not seen on the board')], max_length=12)),
                ('day', models.DateField()),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
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
                ('state', models.CharField(choices=[(minutes.privacy.enums.GateState['WAITING'], 'Waits for a decision'), (minutes.privacy.enums.GateState['CHECKING'], 'Waits for a second pair of eyes'), (minutes.privacy.enums.GateState['PUBLISHED'], 'Published'), (minutes.privacy.enums.GateState['WITHDRAWN'], 'Withdrawn from the web')], default=minutes.privacy.enums.GateState['WAITING'], max_length=10, verbose_name='state')),
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
                ('step', models.CharField(choices=[(minutes.privacy.enums.Step['PUBLISH'], 'Decision to publish'), (minutes.privacy.enums.Step['CONFIRM'], 'Looked at a second time'), (minutes.privacy.enums.Step['WITHDRAW'], 'Withdrawn from the web'), (minutes.privacy.enums.Step['END'], 'The ground ended')], max_length=10)),
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
            name='PublishedFollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('point', models.CharField(max_length=20)),
                ('kind', models.CharField(max_length=13)),
                ('done_on', models.DateField()),
                ('text', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['done_on', 'pk'],
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
            name='PublishedYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(unique=True)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField()),
                ('made_at', models.DateTimeField(default=boards.shared.clock.now)),
                ('holds', models.JSONField()),
            ],
            options={
                'ordering': ['-year'],
            },
        ),
        migrations.CreateModel(
            name='SearchRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(minutes.search.enums.HitKind['ITEM'], 'Section of the minutes'), (minutes.search.enums.HitKind['POINT'], 'Point on an agenda'), (minutes.search.enums.HitKind['PAPER'], 'Paper'), (minutes.search.enums.HitKind['CASE'], 'Case'), (minutes.search.enums.HitKind['NOTICE'], 'Notice'), (minutes.search.enums.HitKind['PROCLAMATION'], 'Proclamation')], max_length=12)),
                ('row_id', models.BigIntegerField()),
                ('day', models.DateField()),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField(null=True)),
                ('citation', models.CharField(blank=True, max_length=60)),
                ('dnr', models.CharField(blank=True, max_length=60)),
                ('heading', models.CharField(max_length=250)),
                ('text', models.TextField(blank=True)),
                ('link', models.CharField(max_length=300)),
                ('outcomes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('parties', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('grams', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=90), default=list, size=None)),
                ('added_at', models.DateTimeField(default=boards.shared.clock.now)),
                ('tsv', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Lower('heading'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), config='swedish', weight='A'), '||', django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Lower('citation'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), models.Func(django.db.models.functions.text.Lower('dnr'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), config='simple', weight='A'), django.contrib.postgres.search.SearchConfig('swedish')), '||', django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Lower('text'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), config='swedish', weight='B'), django.contrib.postgres.search.SearchConfig('swedish')), output_field=django.contrib.postgres.search.SearchVectorField())),
            ],
            options={
                'ordering': ['-day', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40, unique=True)),
                ('stem', models.CharField(blank=True, db_index=True, max_length=40)),
                ('rows', models.IntegerField()),
            ],
            options={
                'ordering': ['word'],
            },
        ),
        migrations.CreateModel(
            name='Sighting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seen_from', models.DateTimeField()),
                ('seen_until', models.DateTimeField()),
            ],
            options={
                'ordering': ['seen_from', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Subscriber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('key', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('rests_since', models.DateTimeField(null=True)),
                ('reminded_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('topic', models.CharField(choices=[(minutes.subscription.enums.Topic['BOARD'], minutes.subscription.enums.Topic['BOARD']), (minutes.subscription.enums.Topic['CASE'], minutes.subscription.enums.Topic['CASE']), (minutes.subscription.enums.Topic['NOTICE_BOARD'], minutes.subscription.enums.Topic['NOTICE_BOARD']), (minutes.subscription.enums.Topic['SEARCH'], minutes.subscription.enums.Topic['SEARCH'])], max_length=12)),
                ('target', models.CharField(max_length=500)),
                ('frequency', models.CharField(choices=[(minutes.subscription.enums.Frequency['AT_ONCE'], minutes.subscription.enums.Frequency['AT_ONCE']), (minutes.subscription.enums.Frequency['DAILY'], minutes.subscription.enums.Frequency['DAILY']), (minutes.subscription.enums.Frequency['WEEKLY'], minutes.subscription.enums.Frequency['WEEKLY'])], max_length=8)),
                ('asked_at', models.DateTimeField(default=boards.shared.clock.now)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('mails', models.PositiveSmallIntegerField(default=0)),
                ('followed_until', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SubscriptionRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(choices=[(minutes.subscription.enums.Verb['ASK'], minutes.subscription.enums.Verb['ASK']), (minutes.subscription.enums.Verb['CONFIRM'], minutes.subscription.enums.Verb['CONFIRM']), (minutes.subscription.enums.Verb['END'], minutes.subscription.enums.Verb['END']), (minutes.subscription.enums.Verb['END_ALL'], minutes.subscription.enums.Verb['END_ALL']), (minutes.subscription.enums.Verb['CHANGE'], minutes.subscription.enums.Verb['CHANGE'])], max_length=8)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('topic', models.CharField(blank=True, max_length=12)),
                ('target', models.CharField(blank=True, max_length=500)),
                ('frequency', models.CharField(blank=True, max_length=8)),
                ('key', models.UUIDField(null=True)),
                ('chosen', models.UUIDField(null=True)),
                ('received_at', models.DateTimeField(default=boards.shared.clock.now)),
            ],
            options={
                'ordering': ['pk'],
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
        migrations.RemoveIndex(
            model_name='publisheditem',
            name='published_item_search',
        ),
        migrations.RemoveField(
            model_name='publisheditem',
            name='search',
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
            model_name='notice',
            name='reposted_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='notice',
            name='reposted_on',
            field=models.DateField(blank=True, null=True, verbose_name='posted anew'),
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
            name='akn_sha256',
            field=models.CharField(blank=True, default='', max_length=64),
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
            model_name='publishedminutes',
            name='final_on',
            field=models.DateField(null=True),
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
            model_name='itemsection',
            name='kind',
            field=models.CharField(choices=[(minutes.item.enums.SectionKind['SUMMARY'], 'Summary'), (minutes.item.enums.SectionKind['FINANCES'], 'Finances'), (minutes.item.enums.SectionKind['BACKGROUND'], 'Background'), (minutes.item.enums.SectionKind['DETAILS'], 'Own heading'), (minutes.item.enums.SectionKind['TABLES'], 'Table from the case'), (minutes.item.enums.SectionKind['ATTENDANCE'], 'Who came and went'), (minutes.item.enums.SectionKind['RECUSAL'], 'Conflict of interest'), (minutes.item.enums.SectionKind['FLOOR'], 'Proposals'), (minutes.item.enums.SectionKind['PROCEDURE'], 'Decision procedure'), (minutes.item.enums.SectionKind['RESERVATION'], 'Reservations'), (minutes.item.enums.SectionKind['NOTES'], 'Notes and statements'), (minutes.item.enums.SectionKind['DISPATCH'], 'Sent to')], max_length=12, verbose_name='section'),
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
        migrations.AddIndex(
            model_name='decisionpoint',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Lower('text'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), config='swedish', weight=None), name='decision_words'),
        ),
        migrations.AddIndex(
            model_name='itemsection',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Lower('body'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), config='swedish', weight=None), name='section_words'),
        ),
        migrations.AddIndex(
            model_name='minutesitem',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Lower('heading'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), config='swedish', weight=None), name='item_heading_words'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='finalconfirmation',
            trigger=pgtrigger.compiler.Trigger(name='final_when_interruptions_are_assessed', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF EXISTS (\n                        SELECT 1 FROM minutes_interruption AS one\n                        JOIN minutes_notice AS notice ON notice.id = one.notice_id\n                        WHERE notice.approval_id = NEW.approval_id\n                            AND one.assessed_at IS NULL\n                    ) THEN\n                        RAISE EXCEPTION 'justera: an interruption is not assessed'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='3c35c8fb16a834d701d5e760c96d9d6d924aff5e', operation='INSERT', pgid='pgtrigger_final_when_interruptions_are_assessed_704c8', table='minutes_finalconfirmation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='notice_days_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD."approval_id" IS NOT NULL AND NEW."approval_id" IS DISTINCT FROM OLD."approval_id") OR (OLD."municipality_id" IS NOT NULL AND NEW."municipality_id" IS DISTINCT FROM OLD."municipality_id") OR (OLD."posted_on" IS NOT NULL AND NEW."posted_on" IS DISTINCT FROM OLD."posted_on") OR (OLD."posted_at" IS NOT NULL AND NEW."posted_at" IS DISTINCT FROM OLD."posted_at") OR (OLD."proof_file_id" IS NOT NULL AND NEW."proof_file_id" IS DISTINCT FROM OLD."proof_file_id") OR (OLD."taken_down_on" IS NOT NULL AND NEW."taken_down_on" IS DISTINCT FROM OLD."taken_down_on") OR (OLD."taken_down_at" IS NOT NULL AND NEW."taken_down_at" IS DISTINCT FROM OLD."taken_down_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='882534b287667e07427e1a15c164b3fd4aeee341', operation='UPDATE', pgid='pgtrigger_notice_days_stay_f188d', table='minutes_notice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='notice_dates_only_move_on', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF OLD.reposted_on IS DISTINCT FROM NEW.reposted_on AND (\n                        NEW.reposted_on IS NULL\n                        OR NEW.posted_on IS NULL\n                        OR NEW.reposted_on < COALESCE(OLD.reposted_on, OLD.posted_on)\n                        OR NOT EXISTS (\n                            SELECT 1 FROM minutes_interruption AS one\n                            JOIN minutes_notice AS other ON other.id = one.notice_id\n                            WHERE other.approval_id = NEW.approval_id\n                                AND one.outcome = 'interrupted'\n                        )\n                    ) THEN\n                        RAISE EXCEPTION 'justera: posted anew without need'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF OLD.last_appeal_day IS NOT NULL AND (\n                        NEW.last_appeal_day IS NULL\n                        OR NEW.removable_on IS NULL\n                        OR NEW.last_appeal_day < OLD.last_appeal_day\n                        OR NEW.removable_on < OLD.removable_on\n                        OR (\n                            (NEW.last_appeal_day, NEW.removable_on)\n                            IS DISTINCT FROM (OLD.last_appeal_day, OLD.removable_on)\n                            AND NOT EXISTS (\n                                SELECT 1 FROM minutes_notice\n                                WHERE approval_id = NEW.approval_id\n                                    AND reposted_on IS NOT NULL\n                            )\n                        )\n                    ) THEN\n                        RAISE EXCEPTION 'justera: the time to appeal is set'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='ce51471a59b7c03e4e85cbf5f5d362f4c5bbb4a3', operation='UPDATE', pgid='pgtrigger_notice_dates_only_move_on_4fb8b', table='minutes_notice', when='BEFORE')),
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
            model_name='publisheditem',
            trigger=pgtrigger.compiler.Trigger(name='leaves_search', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'DELETE' OR NEW.withdrawn_at IS NOT NULL THEN\n                DELETE FROM minutes_searchrow\n                WHERE kind = 'item' AND row_id = OLD.id;\n            END IF;\n            RETURN NULL;\n        ", hash='592e8454d9094eac35106cc79b04a4a4a9248978', operation='UPDATE OR DELETE', pgid='pgtrigger_leaves_search_b9526', table='minutes_publisheditem', when='AFTER')),
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
        pgtrigger.migrations.AddTrigger(
            model_name='publishednotice',
            trigger=pgtrigger.compiler.Trigger(name='leaves_search', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'DELETE' OR NEW.withdrawn_at IS NOT NULL THEN\n                DELETE FROM minutes_searchrow\n                WHERE kind = 'notice' AND row_id = OLD.id;\n            END IF;\n            RETURN NULL;\n        ", hash='47e6cf2ec576e7dac9f9cb26c7bbc688c33ad1ee', operation='UPDATE OR DELETE', pgid='pgtrigger_leaves_search_a6817', table='minutes_publishednotice', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='extract',
            constraint=models.UniqueConstraint(fields=('item', 'approval'), name='one_extract_per_version'),
        ),
        migrations.AddField(
            model_name='followup',
            name='marked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='followup',
            name='point',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='minutes.decisionpoint'),
        ),
        migrations.AddField(
            model_name='interruption',
            name='assessed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='interruption',
            name='notice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interruptions', to='minutes.notice'),
        ),
        migrations.AddField(
            model_name='mention',
            name='letter',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='minutes.letter'),
        ),
        migrations.AddField(
            model_name='news',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='news', to='minutes.publishedboard'),
        ),
        migrations.AddField(
            model_name='news',
            name='municipality',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='news', to='minutes.publishedmunicipality'),
        ),
        migrations.AddField(
            model_name='noticemail',
            name='notice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mails', to='minutes.notice'),
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
            model_name='publication',
            name='meeting',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='titles', to='minutes.meeting'),
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
            model_name='news',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='news', to='minutes.publishedcase'),
        ),
        migrations.AddField(
            model_name='publisheditem',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='items', to='minutes.publishedcase'),
        ),
        migrations.AddField(
            model_name='publishedfollowup',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='minutes.publisheditem'),
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
            model_name='publishedyear',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='40e9ad31a9f7d066d3dcef8b822835a55561546b', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_f6d5d', table='minutes_publishedyear', when='AFTER')),
        ),
        migrations.AddField(
            model_name='searchrow',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='search_rows', to='minutes.publishedboard'),
        ),
        migrations.AddIndex(
            model_name='searchword',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('word', name='gin_trgm_ops'), name='search_word_trigrams'),
        ),
        migrations.AddIndex(
            model_name='searchword',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('stem', name='gin_trgm_ops'), name='search_stem_trigrams'),
        ),
        migrations.AddIndex(
            model_name='searchword',
            index=models.Index(condition=models.Q(('rows__lte', 0)), fields=['rows'], name='search_word_gone'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='searchword',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='dbf43e822c656ec0f48cb8c55bc28848b962dc69', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_057d6', table='minutes_searchword', when='AFTER')),
        ),
        migrations.AddField(
            model_name='sighting',
            name='notice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sightings', to='minutes.notice'),
        ),
        migrations.AddConstraint(
            model_name='subscriber',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='one_subscriber_per_address'),
        ),
        migrations.AddField(
            model_name='subscription',
            name='subscriber',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subscriptions', to='minutes.subscriber'),
        ),
        migrations.AddField(
            model_name='mention',
            name='subscription',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='minutes.subscription'),
        ),
        migrations.AddField(
            model_name='letter',
            name='subscription',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='minutes.subscription'),
        ),
        migrations.AddConstraint(
            model_name='subscriptionrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('key', None), ('verb', 'ask'), models.Q(('email', ''), _negated=True)), models.Q(models.Q(('verb', 'ask'), _negated=True), ('email', ''), ('key__isnull', False)), _connector='OR'), name='request_names_an_address_or_a_link'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='boardmunicipality',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='04ccfef09a9b2ae441a8d1890b2099053b069f1f', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_6f393', table='minutes_publishedboard_municipalities', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_back_at__isnull', True)), fields=('point', 'kind'), name='followed_up_once_in_each_way'),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_because', '')), models.Q(('taken_back_at__isnull', False), models.Q(('taken_back_because', ''), _negated=True)), _connector='OR'), name='follow_up_taken_back_with_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followup',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='3656873a8f845d92917b400ca5d6187a8839faa4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_dc5a4', table='minutes_followup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followup',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='faea5db876ab86eaea844407819465a1032bbbff', operation='DELETE', pgid='pgtrigger_never_deleted_2444f', table='minutes_followup', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='interruption',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='interruption_ends_after_it_began'),
        ),
        migrations.AddConstraint(
            model_name='interruption',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('assessed_at__isnull', True), ('ground', ''), ('outcome', '')), models.Q(('assessed_at__isnull', False), ('outcome__in', ['stands', 'interrupted']), models.Q(('ground', ''), _negated=True)), _connector='OR'), name='interruption_assessed_with_a_ground'),
        ),
        migrations.AddConstraint(
            model_name='interruption',
            constraint=models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('notice',), name='one_interruption_goes_on_at_a_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interruption',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='c1f3f89ad5a42aa7e2f4142fecd7cd8a89092664', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_849c8', table='minutes_interruption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interruption',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='fd34216f8e170a69049ed1a68766364e77e000e9', operation='DELETE', pgid='pgtrigger_never_deleted_71a1d', table='minutes_interruption', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interruption',
            trigger=pgtrigger.compiler.Trigger(name='interruption_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((NEW.notice_id, NEW.was_asked, NEW.from_at, NEW.found_at) IS DISTINCT FROM (OLD.notice_id, OLD.was_asked, OLD.from_at, OLD.found_at) OR OLD.until_at IS NOT NULL AND NEW.until_at IS DISTINCT FROM OLD.until_at OR OLD.assessed_at IS NOT NULL AND (NEW.outcome, NEW.ground, NEW.assessed_at) IS DISTINCT FROM (OLD.outcome, OLD.ground, OLD.assessed_at))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='833d7ae8fca52977a666b4ddd20b2f8ec7b75a51', operation='UPDATE', pgid='pgtrigger_interruption_stays_87db5', table='minutes_interruption', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='noticemail',
            constraint=models.UniqueConstraint(fields=('notice', 'kind', 'day'), name='notice_mail_once_a_day'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticemail',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='f2bff3d70a76292f5c6344fa5869733d3db6084b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_e7818', table='minutes_noticemail', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='noticemail',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d7d3178b26fe290641645891732736cea1b13240', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f43da', table='minutes_noticemail', when='BEFORE')),
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
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approval__isnull', False), ('document__isnull', True), ('meeting__isnull', True)), models.Q(('approval__isnull', True), ('document__isnull', False), ('meeting__isnull', True)), models.Q(('approval__isnull', True), ('document__isnull', True), ('meeting__isnull', False)), _connector='OR'), name='publication_is_of_one_document'),
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
            model_name='publishedcase',
            trigger=pgtrigger.compiler.Trigger(name='leaves_search', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'DELETE' OR NEW.withdrawn_at IS NOT NULL THEN\n                DELETE FROM minutes_searchrow\n                WHERE kind = 'case' AND row_id = OLD.id;\n            END IF;\n            RETURN NULL;\n        ", hash='3922814e181bae1620f8f579435ad97b86f35318', operation='UPDATE OR DELETE', pgid='pgtrigger_leaves_search_b560e', table='minutes_publishedcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedagendapoint',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='48c3c7fe24719a2b3ba1ac814de1a9cb7b4856c7', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_3d612', table='minutes_publishedagendapoint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedagendapoint',
            trigger=pgtrigger.compiler.Trigger(name='leaves_search', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'DELETE' OR NEW.withdrawn_at IS NOT NULL THEN\n                DELETE FROM minutes_searchrow\n                WHERE kind = 'point' AND row_id = OLD.id;\n            END IF;\n            RETURN NULL;\n        ", hash='6cd3a0da33685920c4796c378a5d206c71617607', operation='UPDATE OR DELETE', pgid='pgtrigger_leaves_search_09435', table='minutes_publishedagendapoint', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='news',
            index=models.Index(condition=models.Q(('spread_at', None)), fields=['found_at'], name='news_to_be_spread'),
        ),
        migrations.AddConstraint(
            model_name='news',
            constraint=models.UniqueConstraint(fields=('what', 'row_id'), name='news_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedfollowup',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='2e9ee4a0d6bdf4eb91c9ac5d2f42577aa15d9502', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_9155e', table='minutes_publishedfollowup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedpaper',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='b21e0cf4289dfcebe08eba21faf0e2b169577515', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_fc6a8', table='minutes_publishedpaper', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedpaper',
            trigger=pgtrigger.compiler.Trigger(name='leaves_search', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'DELETE' OR NEW.withdrawn_at IS NOT NULL THEN\n                DELETE FROM minutes_searchrow\n                WHERE kind = 'paper' AND row_id = OLD.id;\n            END IF;\n            RETURN NULL;\n        ", hash='888c53ab7166ebf9722ebe8da960f4e4c355f00e', operation='UPDATE OR DELETE', pgid='pgtrigger_leaves_search_83c2c', table='minutes_publishedpaper', when='AFTER')),
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
            model_name='publishedproclamation',
            trigger=pgtrigger.compiler.Trigger(name='leaves_search', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'DELETE' OR NEW.withdrawn_at IS NOT NULL THEN\n                DELETE FROM minutes_searchrow\n                WHERE kind = 'proclamation' AND row_id = OLD.id;\n            END IF;\n            RETURN NULL;\n        ", hash='c5c8bbb9f3d450f1903a7fd08705a423b707b478', operation='UPDATE OR DELETE', pgid='pgtrigger_leaves_search_98ec2', table='minutes_publishedproclamation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedseat',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='b7a99e748152db6e1ac76335611ae4011a038131', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_0c5ea', table='minutes_publishedseat', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='searchrow',
            index=django.contrib.postgres.indexes.GinIndex(fields=['tsv'], name='search_words'),
        ),
        migrations.AddIndex(
            model_name='searchrow',
            index=django.contrib.postgres.indexes.GinIndex(fields=['grams'], name='search_grams'),
        ),
        migrations.AddIndex(
            model_name='searchrow',
            index=models.Index(fields=['board', '-day', '-id'], name='search_board_day'),
        ),
        migrations.AddIndex(
            model_name='searchrow',
            index=models.Index(fields=['-day', '-id'], name='search_day'),
        ),
        migrations.AddIndex(
            model_name='searchrow',
            index=models.Index(fields=['dnr'], name='search_dnr'),
        ),
        migrations.AddIndex(
            model_name='searchrow',
            index=models.Index(fields=['number', '-day'], name='search_number'),
        ),
        migrations.AddIndex(
            model_name='searchrow',
            index=models.Index(fields=['added_at'], name='search_added'),
        ),
        migrations.AddConstraint(
            model_name='searchrow',
            constraint=models.UniqueConstraint(fields=('kind', 'row_id'), name='searched_once_per_row'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='searchrow',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='7480eef64b251d15d32ec6f0a53b8a14df9e024a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_135cc', table='minutes_searchrow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='searchrow',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='7e7a27dfcc89058bf2d160126fcd30190e0522b6', operation='UPDATE', pgid='pgtrigger_written_once_f1c76', table='minutes_searchrow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='searchrow',
            trigger=pgtrigger.compiler.Trigger(name='adds_words', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    INSERT INTO minutes_searchword (word, stem, rows)\n    SELECT word, coalesce((ts_lexize('swedish_stem', word))[1], ''), count(*)\n    FROM added AS said CROSS JOIN LATERAL (\n    SELECT DISTINCT word FROM regexp_split_to_table(\n        translate(\n            lower(said.heading || ' ' || said.text), 'ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ', 'åäöæøéèêëáàâíïóôúüñçšž'\n        ),\n        '[^a-zåäöæøéèêëáàâíïóôúüñçšž]+'\n    ) AS word WHERE length(word) BETWEEN 3 AND 40\n) AS found\n    GROUP BY word ORDER BY word\n    ON CONFLICT (word) DO UPDATE SET rows = minutes_searchword.rows + excluded.rows;\n    RETURN NULL;\n", hash='f5c5a3e068d0ebaab05e179fd9341d2e2c34e1b4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_adds_words_cf906', referencing='REFERENCING NEW TABLE AS added ', table='minutes_searchrow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='searchrow',
            trigger=pgtrigger.compiler.Trigger(name='drops_words', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    UPDATE minutes_searchword AS kept SET rows = kept.rows - gone.rows\n    FROM (\n        SELECT word, count(*) AS rows\n        FROM removed AS said CROSS JOIN LATERAL (\n    SELECT DISTINCT word FROM regexp_split_to_table(\n        translate(\n            lower(said.heading || ' ' || said.text), 'ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ', 'åäöæøéèêëáàâíïóôúüñçšž'\n        ),\n        '[^a-zåäöæøéèêëáàâíïóôúüñçšž]+'\n    ) AS word WHERE length(word) BETWEEN 3 AND 40\n) AS found\n        GROUP BY word ORDER BY word\n    ) AS gone WHERE gone.word = kept.word;\n    DELETE FROM minutes_searchword WHERE rows <= 0;\n    RETURN NULL;\n", hash='c91791d2b2f8114aa5b2b7ce53475b96a1c761c5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_drops_words_b588b', referencing='REFERENCING OLD TABLE AS removed ', table='minutes_searchrow', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='sighting',
            constraint=models.CheckConstraint(condition=models.Q(('seen_until__gte', models.F('seen_from'))), name='sighting_ends_after_it_began'),
        ),
        migrations.AddConstraint(
            model_name='sighting',
            constraint=models.UniqueConstraint(fields=('notice', 'seen_from'), name='sighting_begins_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sighting',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d579a2e363cedaf410404fb9200f45daca6bae43', operation='DELETE', pgid='pgtrigger_never_deleted_572ac', table='minutes_sighting', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sighting',
            trigger=pgtrigger.compiler.Trigger(name='sighting_only_grows', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN ((NEW.notice_id, NEW.seen_from) IS DISTINCT FROM (OLD.notice_id, OLD.seen_from) OR NEW.seen_until < OLD.seen_until OR NEW.seen_until > OLD.seen_until + interval '900 seconds')", func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='c025415d4ff35b4a2c0a931a2dbbe2f956d8a093', operation='UPDATE', pgid='pgtrigger_sighting_only_grows_b0dfa', table='minutes_sighting', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sighting',
            trigger=pgtrigger.compiler.Trigger(name='sighting_after_the_last', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF EXISTS (\n                        SELECT 1 FROM minutes_sighting\n                        WHERE notice_id = NEW.notice_id\n                            AND seen_until >= NEW.seen_from\n                    ) OR EXISTS (\n                        SELECT 1 FROM minutes_notice\n                        WHERE id = NEW.notice_id\n                            AND (posted_at IS NULL OR posted_at > NEW.seen_from)\n                    ) THEN\n                        RAISE EXCEPTION 'justera: seen when it could not be'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='a5c3f0be9f922d2e220945e7ecf09606c391c797', operation='INSERT', pgid='pgtrigger_sighting_after_the_last_e654b', table='minutes_sighting', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='subscription',
            index=models.Index(fields=['topic', 'target'], name='subscribed_to'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.UniqueConstraint(fields=('subscriber', 'topic', 'target'), name='subscribed_once_to_a_thing'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(condition=models.Q(('letter', None)), fields=['subscription', 'found_at'], name='mentions_to_be_sent'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.UniqueConstraint(fields=('subscription', 'what', 'row_id'), name='mentioned_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='paperonagenda',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='31a1b76fd0f17cd89643e0d5eb712764cafd928e', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_0b5e9', table='minutes_publishedpaper_points', when='AFTER')),
        ),
    ]
