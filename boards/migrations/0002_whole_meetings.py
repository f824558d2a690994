import boards.board.enums
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0001_tables'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='personal_for',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='personal_substitutes', to='boards.membership', verbose_name='personal substitute for'),
        ),
        migrations.AddField(
            model_name='regulations',
            name='vote_layout',
            field=models.CharField(choices=[(boards.board.enums.VoteLayout['TABLE'], 'A table of names'), (boards.board.enums.VoteLayout['RUNNING'], 'Running text')], default=boards.board.enums.VoteLayout['TABLE'], max_length=7, verbose_name='how the minutes show a vote'),
        ),
        migrations.AlterField(
            model_name='party',
            name='abbreviation',
            field=models.CharField(max_length=40, verbose_name='abbreviation'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('personal_for__isnull', True), ('role', 'substitute'), _connector='OR'), name='only_substitutes_are_personal', violation_error_message="Only a substitute is somebody's own."),
        ),
    ]
