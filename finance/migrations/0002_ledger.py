import boards.board.models
import boards.shared.clock
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import finance.budget.enums
import finance.control.enums
import finance.ledger.enums
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0004_public_side'),
        ('cases', '0003_public_side'),
        ('finance', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ControlDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(finance.control.enums.DecisionKind['ADOPT'], 'Adopted the plan'), (finance.control.enums.DecisionKind['CHANGE'], 'Changed the plan')], max_length=6)),
                ('citation', models.CharField(help_text='For example ITVT § 13/2020-09-29.', max_length=120, verbose_name='§')),
                ('decided_on', models.DateField(verbose_name='decided')),
            ],
            options={
                'verbose_name': 'decision on internal control',
                'verbose_name_plural': 'decisions on internal control',
                'ordering': ['decided_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('board_name', models.CharField(blank=True, max_length=120)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('period_end', models.DateField()),
                ('paper_url', models.CharField(blank=True, max_length=200)),
                ('tables', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['-period_end', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReportLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('revenue', 'revenue'), ('cost', 'cost')], max_length=7, verbose_name='kind')),
                ('label', models.CharField(max_length=120, verbose_name='label')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'report row',
                'verbose_name_plural': 'report rows',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ReportUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=20, verbose_name='code')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'unit',
                'verbose_name_plural': 'units',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Voucher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.SmallIntegerField()),
                ('series', models.CharField(blank=True, max_length=100, verbose_name='series')),
                ('number', models.CharField(blank=True, max_length=100, verbose_name='number')),
                ('day', models.DateField(verbose_name='date')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('registered_on', models.DateField(null=True, verbose_name='registered')),
            ],
        ),
        migrations.CreateModel(
            name='VoucherRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=12, verbose_name='account')),
                ('unit', models.CharField(blank=True, max_length=500, verbose_name='unit')),
                ('project', models.CharField(blank=True, max_length=500, verbose_name='project')),
                ('activity', models.CharField(blank=True, max_length=500, verbose_name='activity')),
                ('rest', models.TextField(blank=True)),
                ('ore', models.BigIntegerField(verbose_name='amount')),
                ('month', models.DateField(verbose_name='month')),
                ('day', models.DateField(null=True, verbose_name='date')),
                ('text', models.TextField(blank=True, verbose_name='text')),
            ],
        ),
        migrations.AddField(
            model_name='interimreport',
            name='limit_ore',
            field=models.BigIntegerField(default=50000000, verbose_name='limit for deviations, thousands of kronor'),
        ),
        migrations.AddField(
            model_name='interimreport',
            name='limit_percent',
            field=models.PositiveSmallIntegerField(default=5, verbose_name='limit for deviations, per cent of the budget'),
        ),
        migrations.AddField(
            model_name='reporttable',
            name='follow_up_on',
            field=models.DateField(blank=True, null=True, verbose_name='the deficit is followed up by'),
        ),
        migrations.AddField(
            model_name='reporttable',
            name='measure',
            field=models.TextField(blank=True, verbose_name='measure against a deficit'),
        ),
        migrations.CreateModel(
            name='BudgetVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('kind', models.CharField(choices=[(finance.budget.enums.BudgetKind['FIRST'], "The year's budget"), (finance.budget.enums.BudgetKind['REVISION'], 'Revision'), (finance.budget.enums.BudgetKind['CARRY_OVER'], 'Carried over from last year')], max_length=10, verbose_name='kind')),
                ('purpose', models.CharField(blank=True, max_length=200, verbose_name='what it is about')),
                ('state', models.CharField(choices=[(finance.budget.enums.BudgetState['DRAFT'], 'Draft'), (finance.budget.enums.BudgetState['ADOPTED'], 'Adopted by decision')], default=finance.budget.enums.BudgetState['DRAFT'], max_length=10, verbose_name='state')),
                ('citation', models.CharField(blank=True, max_length=120, verbose_name='decision')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='decided on')),
                ('adopted_at', models.DateTimeField(null=True)),
                ('adopted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='budget_versions', to='boards.board')),
            ],
            options={
                'verbose_name': 'budget',
                'verbose_name_plural': 'budgets',
                'ordering': ['-year', 'number'],
            },
        ),
        migrations.CreateModel(
            name='BudgetAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(verbose_name='month')),
                ('ore', models.BigIntegerField(verbose_name='amount')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='amounts', to='finance.budgetversion')),
            ],
            options={
                'ordering': ['unit', 'line', 'month'],
            },
        ),
        migrations.CreateModel(
            name='Control',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('moment', models.CharField(blank=True, max_length=500, verbose_name='what is checked')),
                ('responsible', models.CharField(blank=True, max_length=120, verbose_name='who checks')),
                ('report_to', models.CharField(blank=True, max_length=120, verbose_name='reported to')),
                ('interval', models.CharField(blank=True, choices=[(finance.control.enums.Interval['ONCE'], 'Once'), (finance.control.enums.Interval['YEAR'], 'Once a year'), (finance.control.enums.Interval['HALF_YEAR'], 'Twice a year'), (finance.control.enums.Interval['TERTIAL'], 'Three times a year'), (finance.control.enums.Interval['QUARTER'], 'Every quarter'), (finance.control.enums.Interval['MONTH'], 'Every month'), (finance.control.enums.Interval['ONGOING'], 'Continuously')], max_length=10, verbose_name='how often')),
                ('contact', models.EmailField(blank=True, help_text='For reminders; it is never printed.', max_length=254, verbose_name='e-mail of who checks')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='finance.control')),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='added_%(class)ss', to='finance.controldecision', verbose_name='added by')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ended_%(class)ss', to='finance.controldecision')),
            ],
            options={
                'verbose_name': 'control',
                'verbose_name_plural': 'controls',
                'ordering': ['risk__position', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ControlCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grade', models.CharField(choices=[(finance.control.enums.Grade['WORKS'], 'Works as described'), (finance.control.enums.Grade['DEVELOP'], 'Works, but needs development'), (finance.control.enums.Grade['UNDOCUMENTED'], 'Documented routine missing'), (finance.control.enums.Grade['NOT_PERFORMED'], 'Not performed')], max_length=15, verbose_name='result')),
                ('performed_on', models.DateField(blank=True, null=True, verbose_name='performed')),
                ('performer', models.CharField(blank=True, max_length=120, verbose_name='performed by')),
                ('sample', models.CharField(blank=True, help_text='What was looked at and how it was chosen.', max_length=300, verbose_name='sample')),
                ('result', models.TextField(help_text='Why, when it was not performed.', verbose_name='what it showed')),
                ('deviation', models.TextField(blank=True, verbose_name='deviation')),
                ('control', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='finance.control')),
            ],
            options={
                'verbose_name': 'performed control',
                'verbose_name_plural': 'performed controls',
                'ordering': ['performed_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ControlMeasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=500, verbose_name='measure')),
                ('responsible', models.CharField(max_length=120, verbose_name='responsible')),
                ('contact', models.EmailField(blank=True, help_text='For reminders; it is never printed.', max_length=254, verbose_name='e-mail of the responsible')),
                ('given_on', models.DateField(verbose_name='given')),
                ('due_on', models.DateField(verbose_name='to be done by')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done')),
                ('outcome', models.CharField(blank=True, max_length=500, verbose_name='what was done')),
                ('check_row', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='measures', to='finance.controlcheck')),
            ],
            options={
                'verbose_name': 'measure',
                'verbose_name_plural': 'measures',
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ControlPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('likelihood_labels', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('consequence_labels', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('medium_from', models.PositiveSmallIntegerField(default=0, verbose_name='medium risk from')),
                ('high_from', models.PositiveSmallIntegerField(default=0, verbose_name='high risk from')),
                ('state', models.CharField(choices=[(finance.control.enums.PlanState['DRAFT'], 'Draft'), (finance.control.enums.PlanState['ADOPTED'], 'Adopted by the board')], default=finance.control.enums.PlanState['DRAFT'], max_length=10, verbose_name='state')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopted')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='control_plans', to='boards.board')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='control_plans', to='cases.case', verbose_name='case')),
            ],
            options={
                'verbose_name': 'internal control plan',
                'verbose_name_plural': 'internal control plans',
                'ordering': ['-year', 'board__name'],
            },
        ),
        migrations.AddField(
            model_name='controldecision',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='finance.controlplan'),
        ),
        migrations.CreateModel(
            name='ControlReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(finance.control.enums.ReminderKind['INCOMPLETE'], 'Row to complete'), (finance.control.enums.ReminderKind['MEASURE'], 'Measure to carry out'), (finance.control.enums.ReminderKind['NO_REPORT'], 'Follow-up not reported')], max_length=10)),
                ('due_on', models.DateField()),
                ('step_on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('control', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='finance.control')),
                ('measure', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='finance.controlmeasure')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='finance.controlplan')),
            ],
            options={
                'verbose_name': 'reminder of internal control',
                'verbose_name_plural': 'reminders of internal control',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ControlReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('citation', models.CharField(blank=True, max_length=120, verbose_name='§')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='decided')),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='control_report', to='cases.document')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='finance.controlplan')),
            ],
            options={
                'verbose_name': 'report on internal control',
                'verbose_name_plural': 'reports on internal control',
                'ordering': ['-made_at'],
            },
        ),
        migrations.AddField(
            model_name='controlcheck',
            name='report',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='finance.controlreport'),
        ),
        migrations.CreateModel(
            name='ControlRisk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('process', models.CharField(max_length=500, verbose_name='risk in process, routine or system')),
                ('likelihood', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='likelihood')),
                ('consequence', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='consequence')),
                ('assessment', models.PositiveSmallIntegerField(blank=True, help_text='A plain value, where no likelihood and consequence are given.', null=True, verbose_name='assessment')),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='added_%(class)ss', to='finance.controldecision', verbose_name='added by')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ended_%(class)ss', to='finance.controldecision')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='finance.controlplan')),
            ],
            options={
                'verbose_name': 'risk',
                'verbose_name_plural': 'risks',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='control',
            name='risk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='controls', to='finance.controlrisk'),
        ),
        migrations.CreateModel(
            name='ControlSending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, verbose_name='recipient')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('state', models.CharField(choices=[(finance.control.enums.SendingState['PENDING'], 'Waiting'), (finance.control.enums.SendingState['DELIVERED'], 'Sent'), (finance.control.enums.SendingState['FAILED'], 'Failed')], default=finance.control.enums.SendingState['PENDING'], max_length=10, verbose_name='state')),
                ('sent_at', models.DateTimeField(null=True)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.municipality')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='finance.controlreport')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='ForecastRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(verbose_name='figures up to and including')),
                ('due_on', models.DateField(verbose_name='to be given by')),
                ('locked_at', models.DateTimeField(null=True, verbose_name='locked')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forecast_rounds', to='boards.board')),
                ('locked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'forecast round',
                'verbose_name_plural': 'forecast rounds',
                'ordering': ['-as_of'],
            },
        ),
        migrations.CreateModel(
            name='ForecastReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('step_on', models.DateField()),
                ('asked_on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='finance.forecastround')),
            ],
        ),
        migrations.CreateModel(
            name='ForecastDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='responsible')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='finance.forecastround')),
            ],
            options={
                'ordering': ['unit'],
            },
        ),
        migrations.CreateModel(
            name='InvestmentProject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, verbose_name='code')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='investment_projects', to='boards.board')),
                ('budgeted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.municipality', verbose_name='budgeted by')),
            ],
            options={
                'verbose_name': 'investment project',
                'verbose_name_plural': 'investment projects',
                'ordering': ['position', 'code'],
            },
        ),
        migrations.CreateModel(
            name='ForecastFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ore', models.BigIntegerField(verbose_name='forecast, year')),
                ('comment', models.TextField(blank=True, verbose_name='comment')),
                ('given_at', models.DateTimeField(verbose_name='given')),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='finance.forecastround')),
                ('project', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.investmentproject')),
            ],
            options={
                'ordering': ['given_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='LedgerFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('name', models.CharField(max_length=255, verbose_name='file name')),
                ('kind', models.CharField(max_length=10, verbose_name='type')),
                ('encoding', models.CharField(choices=[('cp437', 'cp437'), ('latin-1', 'latin-1'), ('utf-8', 'utf-8')], max_length=10)),
                ('organisation_number', models.CharField(blank=True, max_length=500, verbose_name='organisation number')),
                ('organisation_name', models.CharField(blank=True, max_length=500, verbose_name='organisation')),
                ('program', models.CharField(blank=True, max_length=500, verbose_name='program')),
                ('generated_on', models.DateField(null=True, verbose_name='exported')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(verbose_name='to')),
                ('reading', models.CharField(choices=[('plain', 'plain'), ('total', 'total'), ('parts', 'parts')], max_length=10)),
                ('ground', models.CharField(choices=[('no_objects', 'no_objects'), ('balances', 'balances'), ('cover', 'cover'), ('standard', 'standard')], max_length=20)),
                ('budget_reading', models.CharField(choices=[('plain', 'plain'), ('total', 'total'), ('parts', 'parts')], max_length=10)),
                ('is_addition', models.BooleanField(default=False, verbose_name='adds to earlier files for the same months')),
                ('voucher_count', models.PositiveBigIntegerField(verbose_name='vouchers')),
                ('row_count', models.PositiveBigIntegerField(verbose_name='rows')),
                ('imported_at', models.DateTimeField(verbose_name='imported')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ledger_files', to='boards.board')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('imported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ledger file',
                'verbose_name_plural': 'ledger files',
                'ordering': ['-imported_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LedgerDimension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=9)),
                ('name', models.CharField(blank=True, max_length=500, verbose_name='name')),
                ('parent', models.CharField(blank=True, max_length=9)),
                ('role', models.CharField(blank=True, choices=[('unit', 'unit'), ('project', 'project'), ('activity', 'activity'), ('', '')], max_length=8)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dimensions', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='LedgerBalance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=12, verbose_name='account')),
                ('unit', models.CharField(blank=True, max_length=500, verbose_name='unit')),
                ('project', models.CharField(blank=True, max_length=500, verbose_name='project')),
                ('activity', models.CharField(blank=True, max_length=500, verbose_name='activity')),
                ('rest', models.TextField(blank=True)),
                ('ore', models.BigIntegerField(verbose_name='amount')),
                ('kind', models.CharField(choices=[('IB', 'IB'), ('UB', 'UB'), ('RES', 'RES'), ('OIB', 'OIB'), ('OUB', 'OUB')], max_length=3)),
                ('year', models.SmallIntegerField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='balances', to='finance.ledgerfile')),
            ],
        ),
        migrations.CreateModel(
            name='LedgerAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=12, verbose_name='account')),
                ('name', models.CharField(blank=True, max_length=500, verbose_name='name')),
                ('kind', models.CharField(blank=True, max_length=1)),
                ('unit', models.CharField(blank=True, max_length=500)),
                ('sru', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=500), default=list, size=None)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='LedgerMonth',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.CharField(choices=[(finance.ledger.enums.Measure['ACTUAL'], 'outcome'), (finance.ledger.enums.Measure['BUDGET'], 'budget')], max_length=6)),
                ('month', models.DateField(verbose_name='month')),
                ('is_own', models.BooleanField(default=True)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ledger_months', to='boards.board')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counted_months', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['month', 'measure'],
            },
        ),
        migrations.CreateModel(
            name='LedgerObject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dimension', models.CharField(max_length=9)),
                ('code', models.CharField(max_length=500, verbose_name='code')),
                ('name', models.CharField(blank=True, max_length=500, verbose_name='name')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objects_of', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['dimension', 'code'],
            },
        ),
        migrations.CreateModel(
            name='LedgerUpload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='file name')),
                ('is_confirmed', models.BooleanField(default=False)),
                ('is_addition', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[(finance.ledger.enums.UploadState['WAITING'], 'Being read'), (finance.ledger.enums.UploadState['IMPORTED'], 'Imported'), (finance.ledger.enums.UploadState['REFUSED'], 'Refused'), (finance.ledger.enums.UploadState['FAILED'], 'Failed')], default=finance.ledger.enums.UploadState['WAITING'], max_length=10, verbose_name='state')),
                ('progress', models.PositiveSmallIntegerField(default=0)),
                ('problems', models.JSONField(default=list)),
                ('problem_count', models.PositiveIntegerField(default=0)),
                ('uploaded_at', models.DateTimeField(verbose_name='uploaded')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ledger_uploads', to='boards.board')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('ledger_file', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='upload', to='finance.ledgerfile')),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ledger upload',
                'verbose_name_plural': 'ledger uploads',
                'ordering': ['-uploaded_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LedgerYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.SmallIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='years', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Mapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account_from', models.CharField(max_length=12, verbose_name='account from')),
                ('account_to', models.CharField(max_length=12, verbose_name='account to')),
                ('responsibility', models.CharField(blank=True, max_length=60, verbose_name='ansvar')),
                ('project', models.CharField(blank=True, max_length=60, verbose_name='project')),
                ('activity', models.CharField(blank=True, max_length=60, verbose_name='activity')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mappings', to='boards.board')),
            ],
            options={
                'verbose_name': 'mapping',
                'verbose_name_plural': 'mappings',
                'ordering': ['unit__position', 'line__position', 'account_from', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MonthAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=12, verbose_name='account')),
                ('unit', models.CharField(blank=True, max_length=500, verbose_name='unit')),
                ('project', models.CharField(blank=True, max_length=500, verbose_name='project')),
                ('activity', models.CharField(blank=True, max_length=500, verbose_name='activity')),
                ('rest', models.TextField(blank=True)),
                ('ore', models.BigIntegerField(verbose_name='amount')),
                ('measure', models.CharField(choices=[('actual', 'actual'), ('budget', 'budget')], max_length=6)),
                ('cut', models.PositiveSmallIntegerField(default=0)),
                ('month', models.DateField(verbose_name='month')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='months', to='finance.ledgerfile')),
            ],
        ),
        migrations.CreateModel(
            name='ProjectAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(verbose_name='month')),
                ('ore', models.BigIntegerField(verbose_name='amount')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.investmentproject')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='project_amounts', to='finance.budgetversion')),
            ],
            options={
                'ordering': ['project', 'month'],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedreport',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='c2b28b3f20b59c1a66af2ca53ef33a57a831e4eb', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_065a4', table='finance_publishedreport', when='AFTER')),
        ),
        migrations.AddField(
            model_name='reportline',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='report_lines', to='boards.board'),
        ),
        migrations.AddField(
            model_name='mapping',
            name='line',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mappings', to='finance.reportline', verbose_name='report row'),
        ),
        migrations.AddField(
            model_name='forecastfigure',
            name='line',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.reportline'),
        ),
        migrations.AddField(
            model_name='budgetamount',
            name='line',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.reportline'),
        ),
        migrations.AddField(
            model_name='reportunit',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='report_units', to='boards.board'),
        ),
        migrations.AddField(
            model_name='mapping',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mappings', to='finance.reportunit', verbose_name='unit'),
        ),
        migrations.AddField(
            model_name='forecastreminder',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.reportunit'),
        ),
        migrations.AddField(
            model_name='forecastfigure',
            name='unit',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.reportunit'),
        ),
        migrations.AddField(
            model_name='forecastduty',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.reportunit', verbose_name='unit'),
        ),
        migrations.AddField(
            model_name='budgetamount',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.reportunit'),
        ),
        migrations.AddField(
            model_name='voucher',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vouchers', to='finance.ledgerfile'),
        ),
        migrations.AddField(
            model_name='voucherrow',
            name='voucher',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='finance.voucher'),
        ),
        migrations.AddConstraint(
            model_name='budgetversion',
            constraint=models.UniqueConstraint(fields=('board', 'year', 'number'), name='budget_version_once'),
        ),
        migrations.AddConstraint(
            model_name='budgetversion',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('board', 'year'), name='one_budget_draft_a_year'),
        ),
        migrations.AddConstraint(
            model_name='budgetversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('number', 1), ('kind', 'first')), models.Q(('number__gt', 1), models.Q(('kind', 'first'), _negated=True)), _connector='OR'), name='first_budget_is_number_one'),
        ),
        migrations.AddConstraint(
            model_name='budgetversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('adopted_at__isnull', False), ('decided_on__isnull', False), ('state', 'adopted'), models.Q(('citation', ''), _negated=True)), models.Q(('adopted_at', None), ('citation', ''), ('decided_on', None), ('state', 'draft')), _connector='OR'), name='budget_decision_exactly_when_adopted'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetversion',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='74a50f961450dadc8c02d800896952199d05979b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_60820', table='finance_budgetversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetversion',
            trigger=pgtrigger.compiler.Trigger(name='stays_with_board', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."board_id" IS DISTINCT FROM (NEW."board_id"))', func="\n            RAISE EXCEPTION 'justera: stays with its board'\n                USING ERRCODE = 'check_violation';\n        ", hash='132195c79f3c41009e8d5d44e816f8d7b5eb4aad', operation='UPDATE', pgid='pgtrigger_stays_with_board_c916a', table='finance_budgetversion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetversion',
            trigger=pgtrigger.compiler.Trigger(name='starts_as_draft', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."state" = \'adopted\')', func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;", hash='c34f5da12763c6a6e9dd5323db9a6eec0abd3869', operation='INSERT', pgid='pgtrigger_starts_as_draft_d0bf3', table='finance_budgetversion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetversion',
            trigger=pgtrigger.compiler.Trigger(name='adopted_in_order', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."state" = \'adopted\' AND OLD."state" = \'draft\')', func="\n    IF NOT EXISTS (SELECT FROM finance_budgetamount WHERE version_id = NEW.id)\n       AND NOT EXISTS (SELECT FROM finance_projectamount WHERE version_id = NEW.id)\n       OR EXISTS (\n           SELECT FROM finance_budgetversion o\n           WHERE o.board_id = NEW.board_id AND o.year = NEW.year\n             AND o.id <> NEW.id AND o.decided_on > NEW.decided_on\n       )\n    THEN\n        RAISE EXCEPTION 'justera: adopted without amounts or out of order'\n            USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n", hash='ca5715b218f2b918117c201e22359c98a51c9d99', operation='UPDATE', pgid='pgtrigger_adopted_in_order_4023e', table='finance_budgetversion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetversion',
            trigger=pgtrigger.compiler.Trigger(name='adopted_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'adopted\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4bee1c4a803448f0af39eb76e2ef237cf1896ba2', operation='UPDATE OR DELETE', pgid='pgtrigger_adopted_never_changes_9703a', table='finance_budgetversion', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='controlmeasure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('responsible', ''), _negated=True)), name='control_measure_has_somebody'),
        ),
        migrations.AddConstraint(
            model_name='controlmeasure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_on__isnull', True), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('done_on__isnull', False)), _connector='OR'), name='control_measure_done_with_outcome'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlmeasure',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='7e4ad630a0eb424170e218376705f055ed1d3fbb', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_925ef', table='finance_controlmeasure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlmeasure',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='26f3d13bb6825dc22f3a3330b0ffe386a491c04e', operation='DELETE', pgid='pgtrigger_never_deleted_9ae85', table='finance_controlmeasure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlmeasure',
            trigger=pgtrigger.compiler.Trigger(name='done_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."done_on" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='157640f82548998b6fd22d0bfcfcd5a82f619ae3', operation='UPDATE', pgid='pgtrigger_done_never_changes_960cf', table='finance_controlmeasure', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='controlplan',
            constraint=models.UniqueConstraint(fields=('board', 'year'), name='control_plan_once_per_board_year'),
        ),
        migrations.AddConstraint(
            model_name='controlplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('adopted_on__isnull', False), ('state', 'adopted')), models.Q(('adopted_on__isnull', True), ('state', 'draft')), _connector='OR'), name='control_plan_adopted_on_when_adopted'),
        ),
        migrations.AddConstraint(
            model_name='controlplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('consequence_labels', []), ('likelihood_labels', [])), models.Q(models.Q(('likelihood_labels', []), _negated=True), models.Q(('consequence_labels', []), _negated=True), ('high_from__gt', models.F('medium_from')), ('medium_from__gt', 1)), _connector='OR'), name='control_scale_whole_or_none'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlplan',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='36107990f89e6dc4e092f03d53c3a272eb965473', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_bb9b5', table='finance_controlplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlplan',
            trigger=pgtrigger.compiler.Trigger(name='adopted_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND OLD.state = 'adopted' THEN\n                RAISE EXCEPTION 'justera: the plan is adopted' USING ERRCODE = 'check_violation';\n            END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            IF NEW.state = 'adopted' AND NOT EXISTS (\n                SELECT 1 FROM finance_controldecision d\n                WHERE d.plan_id = NEW.id AND d.kind = 'adopt'\n                    AND d.decided_on = NEW.adopted_on\n            ) THEN\n                RAISE EXCEPTION 'justera: a board adopts by a beslut' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='b8eabbfe0bcf9230ba23376fe274173e776778f4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_adopted_never_changes_f40f1', table='finance_controlplan', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlplan',
            trigger=pgtrigger.compiler.Trigger(name='scale_holds_its_risks', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT 1 FROM finance_controlrisk r WHERE r.plan_id = NEW.id AND (\n                    r.likelihood > cardinality(NEW.likelihood_labels)\n                    OR r.consequence > cardinality(NEW.consequence_labels))\n            ) THEN\n                RAISE EXCEPTION 'justera: risks fall off the scale' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='67ea8bfeeca5f860533c15f86c6e2b03f289305d', operation='UPDATE', pgid='pgtrigger_scale_holds_its_risks_0bd75', table='finance_controlplan', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='controldecision',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'adopt')), fields=('plan',), name='control_plan_adopted_once'),
        ),
        migrations.AddConstraint(
            model_name='controldecision',
            constraint=models.UniqueConstraint(fields=('plan', 'citation'), name='control_decision_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controldecision',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='de339c442a6a593d71f8b8285b6a501d6a9fe533', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_5b5b6', table='finance_controldecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controldecision',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='99c8ff343e731f9d9c42b162accd9c5844b511a9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_47abf', table='finance_controldecision', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='controlreminder',
            constraint=models.UniqueConstraint(fields=('kind', 'plan', 'control', 'measure', 'step_on'), name='control_reminder_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='controlreminder',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('control__isnull', False), ('kind', 'incomplete'), ('measure__isnull', True)), models.Q(('control__isnull', True), ('kind', 'measure'), ('measure__isnull', False)), models.Q(('control__isnull', True), ('kind', 'no_report'), ('measure__isnull', True)), _connector='OR'), name='control_reminder_is_of_what_its_kind_says'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlreminder',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='f3e435bddafa6762639f68ea60a000db889ee47f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_e58f3', table='finance_controlreminder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlreminder',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a4c3d348ab696a8d4b47b8d4b0cbee49178af378', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8356c', table='finance_controlreminder', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='controlreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('citation', ''), ('decided_on__isnull', True)), models.Q(models.Q(('citation', ''), _negated=True), ('decided_on__isnull', False)), _connector='OR'), name='control_report_decided_with_day'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlreport',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='930a90020fa1623a5831c3e887f51677a3449202', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_c998f', table='finance_controlreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlreport',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a98d924d05c0373c7fd0194722a2e4c179a346d2', operation='DELETE', pgid='pgtrigger_never_deleted_e8a3d', table='finance_controlreport', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlreport',
            trigger=pgtrigger.compiler.Trigger(name='report_stays_as_made', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.citation <> '' OR (to_jsonb(NEW) - 'citation' - 'decided_on') <> (to_jsonb(OLD) - 'citation' - 'decided_on'))", func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='e0d4bf86d8e35ee54ea5b0c6dc44ae6dc29fd251', operation='UPDATE', pgid='pgtrigger_report_stays_as_made_a5a4d', table='finance_controlreport', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='controlcheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('grade', 'not_performed'), ('performed_on__isnull', True)), models.Q(models.Q(('grade', 'not_performed'), _negated=True), ('performed_on__isnull', False)), _connector='OR'), name='control_performed_on_when_performed'),
        ),
        migrations.AddConstraint(
            model_name='controlcheck',
            constraint=models.CheckConstraint(condition=models.Q(('deviation', ''), ('grade__in', ['develop', 'undocumented']), _negated=True), name='control_deviation_is_told'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlcheck',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='1c37ff2476d6f3ffc313ae9278aea40c416b7751', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_151ad', table='finance_controlcheck', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlcheck',
            trigger=pgtrigger.compiler.Trigger(name='reported_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."report_id" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e2fb09bab68785cb4ac2918f8cf024d26f817a71', operation='UPDATE OR DELETE', pgid='pgtrigger_reported_never_changes_1abf1', table='finance_controlcheck', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='controlrisk',
            constraint=models.CheckConstraint(condition=models.Q(('process', ''), _negated=True), name='control_risk_says_what'),
        ),
        migrations.AddConstraint(
            model_name='controlrisk',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('consequence__isnull', True), ('likelihood__isnull', True)), models.Q(('assessment__isnull', True), ('consequence__gte', 1), ('likelihood__gte', 1)), _connector='OR'), name='control_risk_assessed_one_way'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlrisk',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='06e28ba3b76d1cb257c8565d077519e4ab31a94f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_b67bd', table='finance_controlrisk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlrisk',
            trigger=pgtrigger.compiler.Trigger(name='on_scale', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT 1 FROM finance_controlplan p WHERE p.id = NEW.plan_id AND (\n                    NEW.likelihood > cardinality(p.likelihood_labels)\n                    OR NEW.consequence > cardinality(p.consequence_labels))\n            ) THEN\n                RAISE EXCEPTION 'justera: off the scale of the board' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='f002aea7790cdaa6f56408fbf2120025e80045bd', operation='INSERT OR UPDATE', pgid='pgtrigger_on_scale_9777d', table='finance_controlrisk', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlrisk',
            trigger=pgtrigger.compiler.Trigger(name='adopted_by_beslut_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE plan bigint; is_adopted boolean;', func="\n            IF TG_OP = 'INSERT' THEN\n                plan := NEW.plan_id;\n            ELSE\n                plan := OLD.plan_id;\n            END IF;\n            SELECT p.state = 'adopted' INTO is_adopted\n            FROM finance_controlplan p WHERE p.id = plan FOR SHARE;\n            IF TG_OP = 'DELETE' THEN\n                IF is_adopted THEN\n                    RAISE EXCEPTION 'justera: the plan is adopted' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN OLD;\n            END IF;\n            IF NEW.plan_id IS DISTINCT FROM plan THEN\n                RAISE EXCEPTION 'justera: a row stays in its plan' USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT is_adopted THEN\n                IF NEW.decision_id IS NOT NULL OR NEW.ended_by_id IS NOT NULL THEN\n                    RAISE EXCEPTION 'justera: no beslut on a draft' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            END IF;\n            IF NEW.ended_by_id IS NOT NULL\n                AND NOT EXISTS (SELECT 1 FROM finance_controldecision d WHERE d.id = NEW.ended_by_id AND d.plan_id = plan) THEN\n                RAISE EXCEPTION 'justera: a beslut of another plan' USING ERRCODE = 'check_violation';\n            END IF;\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.decision_id IS NULL\n                    OR NOT EXISTS (SELECT 1 FROM finance_controldecision d WHERE d.id = NEW.decision_id AND d.plan_id = plan) THEN\n                    RAISE EXCEPTION 'justera: the plan is adopted' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            END IF;\n            IF NEW.decision_id IS DISTINCT FROM OLD.decision_id\n                OR NEW.position <> OLD.position\n                OR (OLD.ended_by_id IS NOT NULL AND NEW.ended_by_id IS DISTINCT FROM OLD.ended_by_id)\n                OR (OLD.process <> '' AND NEW.process IS DISTINCT FROM OLD.process) OR (OLD.likelihood IS NOT NULL AND NEW.likelihood IS DISTINCT FROM OLD.likelihood) OR (OLD.consequence IS NOT NULL AND NEW.consequence IS DISTINCT FROM OLD.consequence) OR (OLD.assessment IS NOT NULL AND NEW.assessment IS DISTINCT FROM OLD.assessment) THEN\n                RAISE EXCEPTION 'justera: changed by a beslut only' USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.decision_id IS NULL AND (NEW.process IS DISTINCT FROM OLD.process OR NEW.likelihood IS DISTINCT FROM OLD.likelihood OR NEW.consequence IS DISTINCT FROM OLD.consequence OR NEW.assessment IS DISTINCT FROM OLD.assessment) THEN\n                RAISE EXCEPTION 'justera: changed by a beslut only' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='7301e60485adc5346f5ca96470e882b914102a47', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_adopted_by_beslut_only_11634', table='finance_controlrisk', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='control',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='90e0ffe8308b6f731809981a9408a75efb97c6ff', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_4e94d', table='finance_control', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='control',
            trigger=pgtrigger.compiler.Trigger(name='adopted_by_beslut_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE plan bigint; is_adopted boolean;', func="\n            IF TG_OP = 'INSERT' THEN\n                plan := (SELECT r.plan_id FROM finance_controlrisk r WHERE r.id = NEW.risk_id);\n            ELSE\n                plan := (SELECT r.plan_id FROM finance_controlrisk r WHERE r.id = OLD.risk_id);\n            END IF;\n            SELECT p.state = 'adopted' INTO is_adopted\n            FROM finance_controlplan p WHERE p.id = plan FOR SHARE;\n            IF TG_OP = 'DELETE' THEN\n                IF is_adopted THEN\n                    RAISE EXCEPTION 'justera: the plan is adopted' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN OLD;\n            END IF;\n            IF (SELECT r.plan_id FROM finance_controlrisk r WHERE r.id = NEW.risk_id) IS DISTINCT FROM plan THEN\n                RAISE EXCEPTION 'justera: a row stays in its plan' USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT is_adopted THEN\n                IF NEW.decision_id IS NOT NULL OR NEW.ended_by_id IS NOT NULL THEN\n                    RAISE EXCEPTION 'justera: no beslut on a draft' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            END IF;\n            IF NEW.ended_by_id IS NOT NULL\n                AND NOT EXISTS (SELECT 1 FROM finance_controldecision d WHERE d.id = NEW.ended_by_id AND d.plan_id = plan) THEN\n                RAISE EXCEPTION 'justera: a beslut of another plan' USING ERRCODE = 'check_violation';\n            END IF;\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.decision_id IS NULL\n                    OR NOT EXISTS (SELECT 1 FROM finance_controldecision d WHERE d.id = NEW.decision_id AND d.plan_id = plan) THEN\n                    RAISE EXCEPTION 'justera: the plan is adopted' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            END IF;\n            IF NEW.decision_id IS DISTINCT FROM OLD.decision_id\n                OR NEW.position <> OLD.position\n                OR (OLD.ended_by_id IS NOT NULL AND NEW.ended_by_id IS DISTINCT FROM OLD.ended_by_id)\n                OR (OLD.moment <> '' AND NEW.moment IS DISTINCT FROM OLD.moment) OR (OLD.responsible <> '' AND NEW.responsible IS DISTINCT FROM OLD.responsible) OR (OLD.report_to <> '' AND NEW.report_to IS DISTINCT FROM OLD.report_to) OR (OLD.interval <> '' AND NEW.interval IS DISTINCT FROM OLD.interval) THEN\n                RAISE EXCEPTION 'justera: changed by a beslut only' USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.decision_id IS NULL AND (NEW.moment IS DISTINCT FROM OLD.moment OR NEW.responsible IS DISTINCT FROM OLD.responsible OR NEW.report_to IS DISTINCT FROM OLD.report_to OR NEW.interval IS DISTINCT FROM OLD.interval) THEN\n                RAISE EXCEPTION 'justera: changed by a beslut only' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='29e07f1dde5ba67b3bf1d9c3067bb9dca84d2113', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_adopted_by_beslut_only_366f2', table='finance_control', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='controlsending',
            constraint=models.UniqueConstraint(fields=('report', 'municipality'), name='control_report_sent_once'),
        ),
        migrations.AddConstraint(
            model_name='controlsending',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'delivered')), models.Q(models.Q(('state', 'delivered'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='control_sent_at_when_delivered'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlsending',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='3319af10eb62e56f92406108056f7a4d0a317975', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_f0d97', table='finance_controlsending', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='controlsending',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='428ca9c43f35b65694334b7e58ef3257d0562d10', operation='DELETE', pgid='pgtrigger_never_deleted_a73a6', table='finance_controlsending', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='forecastround',
            constraint=models.UniqueConstraint(fields=('board', 'as_of'), name='forecast_round_once'),
        ),
        migrations.AddConstraint(
            model_name='forecastround',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('as_of'))), name='forecast_due_after_its_figures'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastround',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='3114b645748da9efb6f87a48e7a2f9e48c4a33d8', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_3c5ee', table='finance_forecastround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastround',
            trigger=pgtrigger.compiler.Trigger(name='stays_with_board', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."board_id" IS DISTINCT FROM (NEW."board_id"))', func="\n            RAISE EXCEPTION 'justera: stays with its board'\n                USING ERRCODE = 'check_violation';\n        ", hash='284acf659f64ea3bae327c109085cd01ef4fcb1d', operation='UPDATE', pgid='pgtrigger_stays_with_board_f55ee', table='finance_forecastround', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastround',
            trigger=pgtrigger.compiler.Trigger(name='starts_open', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."locked_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;", hash='8a23781436d7281e239b5e6b8723c67e8927e891', operation='INSERT', pgid='pgtrigger_starts_open_f5adc', table='finance_forecastround', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastround',
            trigger=pgtrigger.compiler.Trigger(name='locked_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."locked_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fef3255055579115de526e07117987d7fc89dce0', operation='UPDATE OR DELETE', pgid='pgtrigger_locked_never_changes_a5491', table='finance_forecastround', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='investmentproject',
            constraint=models.UniqueConstraint(fields=('board', 'code'), name='investment_project_once'),
        ),
        migrations.AddConstraint(
            model_name='investmentproject',
            constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9]{4}$')), name='investment_project_code_is_four_digits'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='investmentproject',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='e5dc7415120336dd46d5b48ddf7db15ff3854043', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_2238a', table='finance_investmentproject', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='investmentproject',
            trigger=pgtrigger.compiler.Trigger(name='stays_with_board', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."board_id" IS DISTINCT FROM (NEW."board_id"))', func="\n            RAISE EXCEPTION 'justera: stays with its board'\n                USING ERRCODE = 'check_violation';\n        ", hash='1683bf1a1db1dd5aff54ab9d0d5567a557c9e832', operation='UPDATE', pgid='pgtrigger_stays_with_board_3b1e2', table='finance_investmentproject', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='ledgerfile',
            constraint=models.UniqueConstraint(fields=('board', 'sha256'), name='ledger_file_once_per_board'),
        ),
        migrations.AddConstraint(
            model_name='ledgerfile',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='ledger_year_ends_after_it_starts'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerfile',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='2dbc9ac02b97fea213b903dd40959dd9a7bc2a45', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_3d898', table='finance_ledgerfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerfile',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='74857a4e5791e22d9a9ea2aa0399ec17b756219b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a18dd', table='finance_ledgerfile', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerfile',
            trigger=pgtrigger.compiler.Trigger(name='whole_file', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE vouchers bigint; undeclared text;', func="\n            SELECT count(*) INTO vouchers FROM finance_voucher v\n            WHERE v.file_id = NEW.id;\n            IF vouchers <> NEW.voucher_count THEN\n                RAISE EXCEPTION 'justera: % vouchers, not %',\n                    vouchers, NEW.voucher_count\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            SELECT m.account INTO undeclared FROM finance_monthamount m\n            WHERE m.file_id = NEW.id AND NOT EXISTS (\n                SELECT FROM finance_ledgeraccount k\n                WHERE k.file_id = NEW.id AND k.number = m.account\n            ) LIMIT 1;\n            IF undeclared IS NOT NULL THEN\n                RAISE EXCEPTION 'justera: account % is not declared', undeclared\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='cceaea57afe8cd50fe0a623ea062f506f7ff1867', operation='INSERT', pgid='pgtrigger_whole_file_62c03', table='finance_ledgerfile', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgerdimension',
            constraint=models.UniqueConstraint(fields=('file', 'number'), name='ledger_dimension_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerdimension',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='87a7091d943014d7626b2f854227aeb552df2766', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bb37b', table='finance_ledgerdimension', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerdimension',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='43dc940a54083c7fc3034d0f0284b6d3af694d4f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_1bf12', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgerdimension', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerbalance',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='29cd500705af50fd947310a69b4e2e63cc34ab77', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6ffc4', table='finance_ledgerbalance', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerbalance',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='9a8ff24a61972f85729bbef3d2e833dc0a17f819', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_1a15a', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgerbalance', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgeraccount',
            constraint=models.UniqueConstraint(fields=('file', 'number'), name='ledger_account_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgeraccount',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6819279b799c1bf086d0b048e9af5a26eaeaab2d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dbd9d', table='finance_ledgeraccount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgeraccount',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='752571eee85800dd051b27446cbb88460631e5af', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_281e8', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgeraccount', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgermonth',
            constraint=models.UniqueConstraint(fields=('board', 'measure', 'month', 'file'), name='ledger_month_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgermonth',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='703379aacbf963c3f7d45c7838ebb3299f829ec6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_66154', table='finance_ledgermonth', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgerobject',
            constraint=models.UniqueConstraint(fields=('file', 'dimension', 'code'), name='ledger_object_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerobject',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2d99185816903ec095a30c1016fc6a2ccddcfdf2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6c41a', table='finance_ledgerobject', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerobject',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='2100a95e6f14313ed20cd220442b563be0af7e58', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_4906f', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgerobject', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgerupload',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ledger_file__isnull', False), ('state', 'imported')), models.Q(models.Q(('state', 'imported'), _negated=True), ('ledger_file__isnull', True)), _connector='OR'), name='ledger_upload_has_file_when_imported'),
        ),
        migrations.AddConstraint(
            model_name='ledgeryear',
            constraint=models.UniqueConstraint(fields=('file', 'number'), name='ledger_year_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgeryear',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d98f6e18ef1cfc27ac6a9fbdae39188c1b57571d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0e324', table='finance_ledgeryear', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgeryear',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='a1f464cdbc1a073277216ced249ea5c664416ccd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_8711f', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgeryear', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='monthamount',
            index=models.Index(fields=['file', 'measure', 'month'], name='month_amount_by_month'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='monthamount',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='38c84542c666a26e72c99117bd96e3d2a7e5f765', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_57354', table='finance_monthamount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='monthamount',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='12bd6eac4b2309553d84f1d1b6fae95fbf69158c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_bad51', referencing='REFERENCING NEW TABLE AS added ', table='finance_monthamount', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='projectamount',
            constraint=models.UniqueConstraint(fields=('version', 'project', 'month'), name='project_cell_once'),
        ),
        migrations.AddConstraint(
            model_name='projectamount',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='project_month_is_a_month'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectamount',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='681437dedfd1d86d8a13aadbc43e33afd92a0a13', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_086f2', table='finance_projectamount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectamount',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_version', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT CASE v.state WHEN 'adopted' THEN 'frozen' ELSE v.state END FROM finance_budgetversion v WHERE v.id = OLD.version_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT CASE v.state WHEN 'adopted' THEN 'frozen' ELSE v.state END FROM finance_budgetversion v WHERE v.id = NEW.version_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='09e109a793a7939d75ed08cdd3d663d33defe49d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_version_e0575', table='finance_projectamount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectamount',
            trigger=pgtrigger.compiler.Trigger(name='of_year', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_budgetversion v WHERE v.id = NEW.version_id\n                AND v.year <> EXTRACT(YEAR FROM NEW.month)\n            ) THEN\n                RAISE EXCEPTION 'justera: money of another year'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='1aa39afdf7e1211c127c812dcb4a4a8470cf684b', operation='INSERT OR UPDATE', pgid='pgtrigger_of_year_f7082', table='finance_projectamount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectamount',
            trigger=pgtrigger.compiler.Trigger(name='of_board', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_budgetversion p WHERE p.id = NEW.version_id AND ((NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT FROM finance_investmentproject o WHERE o.id = NEW.project_id AND o.board_id = p.board_id)))\n            ) THEN\n                RAISE EXCEPTION 'justera: money of another board'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='813e5159ed4aed8555037e14cce231c64b89653c', operation='INSERT OR UPDATE', pgid='pgtrigger_of_board_38644', table='finance_projectamount', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reportline',
            constraint=models.UniqueConstraint(fields=('board', 'label'), name='report_line_once_per_board'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportline',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='f20cd0d4e0b7bdcf64d1dd165f0800930fdb6df5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_43322', table='finance_reportline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportline',
            trigger=pgtrigger.compiler.Trigger(name='stays_with_board', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."board_id" IS DISTINCT FROM (NEW."board_id"))', func="\n            RAISE EXCEPTION 'justera: stays with its board'\n                USING ERRCODE = 'check_violation';\n        ", hash='82e2d2177fa2692699d2dbb7b016a7710f59ec1d', operation='UPDATE', pgid='pgtrigger_stays_with_board_0e581', table='finance_reportline', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reportunit',
            constraint=models.UniqueConstraint(fields=('board', 'code'), name='report_unit_once_per_board'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportunit',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='1b1cb88308360ba034fb05769f0316a9ed825dfb', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_ed1bb', table='finance_reportunit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportunit',
            trigger=pgtrigger.compiler.Trigger(name='stays_with_board', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."board_id" IS DISTINCT FROM (NEW."board_id"))', func="\n            RAISE EXCEPTION 'justera: stays with its board'\n                USING ERRCODE = 'check_violation';\n        ", hash='cc286fcd59ce008b69c1f5aa4dce34f91df2c7fc', operation='UPDATE', pgid='pgtrigger_stays_with_board_53d5e', table='finance_reportunit', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='mapping',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.F('board'), '='), (models.F('account_from'), '='), (models.F('account_to'), '='), (models.F('responsibility'), '='), (models.F('project'), '='), (models.F('activity'), '='), (boards.board.models.DateRange(models.F('valid_from'), models.F('valid_to')), '&&')], name='mapping_once_at_a_time', violation_error_code='overlap', violation_error_message='The period overlaps one that is entered already.'),
        ),
        migrations.AddConstraint(
            model_name='mapping',
            constraint=models.CheckConstraint(condition=models.Q(('account_from__regex', '^[0-9]+$'), ('account_to__regex', '^[0-9]+$')), name='mapping_accounts_are_digits'),
        ),
        migrations.AddConstraint(
            model_name='mapping',
            constraint=models.CheckConstraint(condition=models.Q(('account_from__lt', django.db.models.functions.comparison.Collate(django.db.models.functions.text.Concat(models.F('account_to'), models.Value(':')), 'C'))), name='mapping_accounts_in_order'),
        ),
        migrations.AddConstraint(
            model_name='mapping',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='mapping_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='mapping',
            constraint=models.CheckConstraint(condition=models.Q(('valid_from__day', 1)), name='mapping_from_first_of_month'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mapping',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='b30ad3c214d60084bd029c3da76f5eef152f2051', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_31ec9', table='finance_mapping', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mapping',
            trigger=pgtrigger.compiler.Trigger(name='of_same_board', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT EXISTS (\n                SELECT FROM finance_reportunit u, finance_reportline l\n                WHERE u.id = NEW.unit_id AND u.board_id = NEW.board_id\n                    AND l.id = NEW.line_id AND l.board_id = NEW.board_id\n            ) THEN\n                RAISE EXCEPTION 'justera: unit and row of the same board'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='f607b21450695d4b8962ce04e3e178747c8ea0a2', operation='INSERT OR UPDATE', pgid='pgtrigger_of_same_board_94efe', table='finance_mapping', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='forecastreminder',
            constraint=models.UniqueConstraint(fields=('round', 'unit', 'email', 'step_on'), name='forecast_reminder_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastreminder',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='92913b0ddfce8d20d8f21895eab49336bfb0f8db', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0becc', table='finance_forecastreminder', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='forecastfigure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('line__isnull', False), ('project__isnull', True), ('unit__isnull', False)), models.Q(('line__isnull', True), ('project__isnull', False), ('unit__isnull', True)), _connector='OR'), name='forecast_of_a_row_or_a_project'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastfigure',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='39cf7aae90565269877157d9ba7ee190f6ddad05', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_01fe3', table='finance_forecastfigure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastfigure',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_round', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT CASE WHEN r.locked_at IS NULL THEN 'open' ELSE 'frozen' END FROM finance_forecastround r WHERE r.id = OLD.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT CASE WHEN r.locked_at IS NULL THEN 'open' ELSE 'frozen' END FROM finance_forecastround r WHERE r.id = NEW.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='1164d0a9310dc7659fdc07ef7cc6a10f8d853930', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_round_5ec49', table='finance_forecastfigure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastfigure',
            trigger=pgtrigger.compiler.Trigger(name='of_board', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_forecastround p WHERE p.id = NEW.round_id AND ((NEW.unit_id IS NOT NULL AND NOT EXISTS (SELECT FROM finance_reportunit o WHERE o.id = NEW.unit_id AND o.board_id = p.board_id)) OR (NEW.line_id IS NOT NULL AND NOT EXISTS (SELECT FROM finance_reportline o WHERE o.id = NEW.line_id AND o.board_id = p.board_id)) OR (NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT FROM finance_investmentproject o WHERE o.id = NEW.project_id AND o.board_id = p.board_id)))\n            ) THEN\n                RAISE EXCEPTION 'justera: money of another board'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='43b90d243bc5fea8de6cca17953a79571ce787e3', operation='INSERT OR UPDATE', pgid='pgtrigger_of_board_6db45', table='finance_forecastfigure', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='forecastduty',
            constraint=models.UniqueConstraint(fields=('round', 'unit'), name='forecast_duty_once_per_unit'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastduty',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='234e9bd7b7fb51875b1fa045996eae6627d3fa0e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_b84ed', table='finance_forecastduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastduty',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_round', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT CASE WHEN r.locked_at IS NULL THEN 'open' ELSE 'frozen' END FROM finance_forecastround r WHERE r.id = OLD.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT CASE WHEN r.locked_at IS NULL THEN 'open' ELSE 'frozen' END FROM finance_forecastround r WHERE r.id = NEW.round_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='11ed1330bb7a8e83d53d5fc78c83ca7b81e8b321', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_round_6f7e6', table='finance_forecastduty', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='forecastduty',
            trigger=pgtrigger.compiler.Trigger(name='of_board', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_forecastround p WHERE p.id = NEW.round_id AND ((NEW.unit_id IS NOT NULL AND NOT EXISTS (SELECT FROM finance_reportunit o WHERE o.id = NEW.unit_id AND o.board_id = p.board_id)))\n            ) THEN\n                RAISE EXCEPTION 'justera: money of another board'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='1c5632e1f05fc49503ecdf0b025dafe1f461b426', operation='INSERT OR UPDATE', pgid='pgtrigger_of_board_75007', table='finance_forecastduty', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='budgetamount',
            constraint=models.UniqueConstraint(fields=('version', 'unit', 'line', 'month'), name='budget_cell_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='budgetamount',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='budget_month_is_a_month'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetamount',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='16b42f98278b7d12014552947b54065380ccc713', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_940bf', table='finance_budgetamount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetamount',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_version', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT CASE v.state WHEN 'adopted' THEN 'frozen' ELSE v.state END FROM finance_budgetversion v WHERE v.id = OLD.version_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT CASE v.state WHEN 'adopted' THEN 'frozen' ELSE v.state END FROM finance_budgetversion v WHERE v.id = NEW.version_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='7bd3908ca0585cf7af12e67f7566c34b801f0f7d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_version_65985', table='finance_budgetamount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetamount',
            trigger=pgtrigger.compiler.Trigger(name='of_year', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_budgetversion v WHERE v.id = NEW.version_id\n                AND v.year <> EXTRACT(YEAR FROM NEW.month)\n            ) THEN\n                RAISE EXCEPTION 'justera: money of another year'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='6e456de60aa46720ac923e9fcd8b827d88fc9cf3', operation='INSERT OR UPDATE', pgid='pgtrigger_of_year_7dade', table='finance_budgetamount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetamount',
            trigger=pgtrigger.compiler.Trigger(name='of_board', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_budgetversion p WHERE p.id = NEW.version_id AND ((NEW.unit_id IS NOT NULL AND NOT EXISTS (SELECT FROM finance_reportunit o WHERE o.id = NEW.unit_id AND o.board_id = p.board_id)) OR (NEW.line_id IS NOT NULL AND NOT EXISTS (SELECT FROM finance_reportline o WHERE o.id = NEW.line_id AND o.board_id = p.board_id)))\n            ) THEN\n                RAISE EXCEPTION 'justera: money of another board'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='809134b80ca9b84b08e0ca203f5c4421e6ed52ca', operation='INSERT OR UPDATE', pgid='pgtrigger_of_board_d6df5', table='finance_budgetamount', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='voucher',
            constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('file', 'year', 'series', 'number'), name='voucher_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voucher',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='39cd0d5a1e5c1f835d4369585132d1dbc4bf3d39', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b9e74', table='finance_voucher', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voucher',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='c76d7fe4d20ff252ba324fe0fca267a8a616c657', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_c14d8', referencing='REFERENCING NEW TABLE AS added ', table='finance_voucher', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voucherrow',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c556d5bb7102196abff0de621f495e07cb6e341', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5c85c', table='finance_voucherrow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voucherrow',
            trigger=pgtrigger.compiler.Trigger(name='whole_vouchers', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE found bigint;', func="\n            SELECT a.voucher_id INTO found FROM added a\n            GROUP BY a.voucher_id HAVING sum(a.ore) <> 0 LIMIT 1;\n            IF found IS NOT NULL THEN\n                RAISE EXCEPTION 'justera: voucher % does not balance', found\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                SELECT FROM (SELECT DISTINCT a.voucher_id FROM added a) a\n                LEFT JOIN finance_voucher v ON v.id = a.voucher_id\n                LEFT JOIN finance_ledgerfile f ON f.id = v.file_id\n                WHERE v.id IS NULL OR f.id IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'justera: rows of no open ledger file'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='d572cde134bd938b60badb70268edc46077f58c4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_whole_vouchers_43b56', referencing='REFERENCING NEW TABLE AS added ', table='finance_voucherrow', when='AFTER')),
        ),
    ]
