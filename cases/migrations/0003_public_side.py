import boards.shared.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0002_whole_meetings'),
    ]

    operations = [
        migrations.AddField(
            model_name='diaryrow',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='diaryrow',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='diaryrow',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='diaryrow',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='f12dfbe1709fd87bb08baa846e006fbc1f28cadb', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_a0966', table='cases_diaryrow', when='AFTER')),
        ),
    ]
