import boards.access.enums
import boards.board.enums
import boards.board.models
import boards.membership.enums
import boards.shared.enums
import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.operations
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        # Periods of the same thing may not overlap; search finds parts of words.
        django.contrib.postgres.operations.BtreeGistExtension(),
        django.contrib.postgres.operations.TrigramExtension(),
        migrations.CreateModel(
            name='Board',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(boards.board.enums.BoardKind['BOARD'], 'Board'), (boards.board.enums.BoardKind['EXECUTIVE'], 'Executive board'), (boards.board.enums.BoardKind['ASSEMBLY'], 'Assembly'), (boards.board.enums.BoardKind['SUBCOMMITTEE'], 'Subcommittee'), (boards.board.enums.BoardKind['JOINT'], 'Joint board')], default=boards.board.enums.BoardKind['BOARD'], max_length=20, verbose_name='kind')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('genitive', models.CharField(help_text='As in the heading before a decision.', max_length=120, verbose_name='name in the genitive')),
                ('prefix', models.CharField(help_text='Stands before § and in the case number.', max_length=12, verbose_name='abbreviation')),
                ('slug', models.SlugField(unique=True, verbose_name='address part')),
                ('seats', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='seats')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('valid_from', models.DateField(verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='to')),
            ],
            options={
                'verbose_name': 'board',
                'verbose_name_plural': 'boards',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Municipality',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('slug', models.SlugField(unique=True, verbose_name='address part')),
                ('genitive', models.CharField(blank=True, max_length=80, verbose_name='name in the genitive')),
                ('organisation_number', models.CharField(blank=True, max_length=11, verbose_name='organisation number')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('address', models.TextField(blank=True, verbose_name='postal address')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('is_served_here', models.BooleanField(default=True, help_text='Otherwise notices there are posted by others and proved here.', verbose_name='its notice board is in Justera')),
            ],
            options={
                'verbose_name': 'municipality',
                'verbose_name_plural': 'municipalities',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='NumberSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('case', 'case'), ('item', 'item'), ('meeting', 'meeting')], max_length=10)),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60, verbose_name='kind')),
                ('object_id', models.BigIntegerField(verbose_name='about')),
                ('state', models.CharField(choices=[(boards.shared.enums.OutboxState['PENDING'], 'Waits'), (boards.shared.enums.OutboxState['DELIVERED'], 'Carried out'), (boards.shared.enums.OutboxState['FAILED'], 'Failed')], default=boards.shared.enums.OutboxState['PENDING'], max_length=10, verbose_name='state')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('due_at', models.DateTimeField(verbose_name='to be done')),
                ('done_at', models.DateTimeField(null=True, verbose_name='done')),
                ('last_error', models.TextField(blank=True, verbose_name='last fault')),
            ],
            options={
                'verbose_name': 'job in the outbox',
                'verbose_name_plural': 'jobs in the outbox',
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('abbreviation', models.CharField(max_length=10, verbose_name='abbreviation')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='to')),
            ],
            options={
                'verbose_name': 'party',
                'verbose_name_plural': 'parties',
                'ordering': ['abbreviation'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('given_name', models.CharField(max_length=80, verbose_name='given name')),
                ('family_name', models.CharField(max_length=80, verbose_name='family name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('is_protected', models.BooleanField(default=False, help_text='The name is shown to the public as protected (OSL 21:3, 22:1).', verbose_name='protected personal data')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['family_name', 'given_name'],
            },
        ),
        migrations.CreateModel(
            name='Recipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
            ],
            options={
                'verbose_name': 'recipient of decisions',
                'verbose_name_plural': 'recipients of decisions',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Regulations',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(verbose_name='in force from')),
                ('decision', models.CharField(help_text="The assembly's decision, for example KF § 80/2020-06-16.", max_length=120, verbose_name='decided by')),
                ('approver_count', models.PositiveSmallIntegerField(default=1, verbose_name='approvers besides the chair (KL 5:69)')),
                ('secretary_signs', models.BooleanField(default=True, verbose_name='the secretary signs too')),
                ('summons_days', models.PositiveSmallIntegerField(default=7, verbose_name='days between summons and meeting')),
                ('distance_allowed', models.BooleanField(default=False, verbose_name='distance participation allowed (KL 6:24)')),
                ('substitutes_may_speak', models.BooleanField(default=True, verbose_name='substitutes not serving may speak (KL 6:17)')),
                ('substitutes_may_note', models.BooleanField(default=False, verbose_name='substitutes not serving may have their opinion noted (KL 6:17)')),
                ('meetings_open', models.BooleanField(default=False, verbose_name='open meetings (KL 6:25)')),
                ('dnr_pattern', models.CharField(default='{prefix} {number}/{year}', help_text='Use {prefix}, {number} and {year}.', max_length=40, verbose_name='pattern of the case number')),
                ('storage_place', models.CharField(max_length=120, verbose_name='where the minutes are kept')),
                ('notice_of_appeal', models.TextField(blank=True, help_text='The court and its address (KL 13:4).', verbose_name='how to appeal')),
            ],
            options={
                'verbose_name': 'regulations',
                'verbose_name_plural': 'regulations',
                'ordering': ['-valid_from'],
            },
        ),
        migrations.CreateModel(
            name='RoleAssignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[(boards.access.enums.Role['REGISTRAR'], 'Registrar'), (boards.access.enums.Role['SECRETARY'], 'Secretary'), (boards.access.enums.Role['CONTROLLER'], 'Controller'), (boards.access.enums.Role['ARCHIVIST'], 'Archivist')], max_length=20, verbose_name='role')),
                ('valid_from', models.DateField(verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='to')),
            ],
            options={
                'verbose_name': 'role',
                'verbose_name_plural': 'roles',
                'ordering': ['board', 'role'],
            },
        ),
        migrations.CreateModel(
            name='RowChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table_name', models.CharField(max_length=63)),
                ('row_id', models.BigIntegerField()),
                ('operation', models.CharField(max_length=6)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('actor_id', models.BigIntegerField(null=True)),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('transaction', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='StaffPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=80, verbose_name='title')),
                ('employer', models.CharField(help_text='As printed after the title.', max_length=120, verbose_name='employer')),
                ('valid_from', models.DateField(verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='to')),
            ],
            options={
                'verbose_name': 'staff post',
                'verbose_name_plural': 'staff posts',
                'ordering': ['person__family_name'],
            },
        ),
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True, verbose_name='SHA-256')),
                ('size', models.PositiveBigIntegerField(verbose_name='size (bytes)')),
                ('media_type', models.CharField(max_length=127, verbose_name='media type')),
            ],
        ),
        migrations.CreateModel(
            name='SubstitutionOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
            ],
            options={
                'verbose_name': 'party order of substitution',
                'verbose_name_plural': 'party order of substitution',
                'ordering': ['board', 'absent_party', 'position'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'account',
                'verbose_name_plural': 'accounts',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='HistoryEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60)),
                ('model', models.CharField(max_length=60)),
                ('object_id', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(blank=True)),
                ('values', models.JSONField(default=dict)),
                ('board', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.board')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[(boards.membership.enums.MemberRole['CHAIR'], 'Chair'), (boards.membership.enums.MemberRole['VICE_CHAIR'], 'Vice chair'), (boards.membership.enums.MemberRole['SECOND_VICE_CHAIR'], 'Second vice chair'), (boards.membership.enums.MemberRole['MEMBER'], 'Member'), (boards.membership.enums.MemberRole['SUBSTITUTE'], 'Substitute')], max_length=20, verbose_name='role')),
                ('valid_from', models.DateField(verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='to')),
                ('call_order', models.PositiveSmallIntegerField(default=0, help_text='The place of a substitute in the order of calling in.', verbose_name='call order')),
                ('decision', models.CharField(blank=True, max_length=120, verbose_name='elected in')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='boards.board', verbose_name='board')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='boards.municipality', verbose_name='elected by')),
            ],
            options={
                'verbose_name': 'term of office',
                'verbose_name_plural': 'terms of office',
                'ordering': ['board', 'valid_from', 'call_order'],
            },
        ),
        migrations.AddField(
            model_name='board',
            name='host',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hosted_boards', to='boards.municipality', verbose_name='host municipality'),
        ),
        migrations.AddField(
            model_name='board',
            name='partners',
            field=models.ManyToManyField(blank=True, help_text='Only for a joint board (KL 9:19).', related_name='partner_boards', to='boards.municipality', verbose_name='partner municipalities'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='municipality',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='963a3a6545c42fbb9fd3ee55f1c00be12e2af72a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_532b9', table='boards_municipality', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='municipality',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d673974d730b54530c7cb39270aa75baaa5a9f12', operation='DELETE', pgid='pgtrigger_never_deleted_bc26b', table='boards_municipality', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='numberseries',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='number_series', to='boards.board'),
        ),
        migrations.AddIndex(
            model_name='outboxmessage',
            index=models.Index(condition=models.Q(('state', 'pending')), fields=['due_at'], name='outbox_pending'),
        ),
        migrations.AddConstraint(
            model_name='outboxmessage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', False), ('state', 'delivered')), models.Q(models.Q(('state', 'delivered'), _negated=True), ('done_at__isnull', True)), _connector='OR'), name='outbox_done_when_delivered'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='outboxmessage',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b6a18468b3e966e131c3d7aa4418bf6b49c688fd', operation='DELETE', pgid='pgtrigger_never_deleted_32176', table='boards_outboxmessage', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.UniqueConstraint(fields=('abbreviation', 'name'), name='party_named_once'),
        ),
        migrations.AddField(
            model_name='membership',
            name='party',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='boards.party', verbose_name='party'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='party',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='0bd6180f9d544c8c0ecf5dc01755a9b7b8ecb6a9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_e5261', table='boards_party', when='AFTER')),
        ),
        migrations.AddField(
            model_name='membership',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='boards.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='user',
            name='person',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='user', to='boards.person', verbose_name='person'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='3fba2d415b3978e85f44c3f7c21b5098e099ecd5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_5ca7f', table='boards_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='e35aab1bc7569dae069e89b15ec3a4da3d81c955', operation='DELETE', pgid='pgtrigger_never_deleted_826fa', table='boards_person', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='recipient',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recipients', to='boards.board', verbose_name='board'),
        ),
        migrations.AddField(
            model_name='regulations',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regulations', to='boards.board', verbose_name='board'),
        ),
        migrations.AddField(
            model_name='roleassignment',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='boards.board', verbose_name='board'),
        ),
        migrations.AddField(
            model_name='roleassignment',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roles', to=settings.AUTH_USER_MODEL, verbose_name='account'),
        ),
        migrations.AddIndex(
            model_name='rowchange',
            index=models.Index(fields=['table_name', 'row_id'], name='boards_rowc_table_n_256e83_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rowchange',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8decfd3f9e8c71eeddc2ba261e5d8d12a40f3723', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a820f', table='boards_rowchange', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='staffpost',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staff_posts', to='boards.board', verbose_name='board'),
        ),
        migrations.AddField(
            model_name='staffpost',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staff_posts', to='boards.person', verbose_name='person'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='storedfile',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5f0fd3f5a7e4d6f61c32e2b7316de84962434d06', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a156c', table='boards_storedfile', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='substitutionorder',
            name='absent_party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.party', verbose_name='party of the absent member'),
        ),
        migrations.AddField(
            model_name='substitutionorder',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='substitution_order', to='boards.board', verbose_name='board'),
        ),
        migrations.AddField(
            model_name='substitutionorder',
            name='called_party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.party', verbose_name='party called in'),
        ),
        migrations.AddIndex(
            model_name='historyevent',
            index=models.Index(fields=['model', 'object_id'], name='boards_hist_model_ac6c3b_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='historyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58b43efb61d3fd649ac86d4cfc39f939a6f9cb9b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_46815', table='boards_historyevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='board',
            constraint=models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='board_has_at_least_one_seat'),
        ),
        migrations.AddConstraint(
            model_name='board',
            constraint=models.UniqueConstraint(fields=('host', 'prefix'), name='board_prefix_once_per_host'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='board',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='8e5f836bc1060b8190aef8777b38a57af1b4ea4d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_7fe4b', table='boards_board', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='board',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b41204354bd2bc143cfcf585d4cba9c938c89e68', operation='DELETE', pgid='pgtrigger_never_deleted_d93a7', table='boards_board', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='numberseries',
            constraint=models.UniqueConstraint(fields=('board', 'kind', 'year'), name='series_once_per_board_year'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='numberseries',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='c76532c6fb7478fe81fdc607b0585a261b1efd6a', operation='DELETE', pgid='pgtrigger_never_deleted_44d97', table='boards_numberseries', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='numberseries',
            trigger=pgtrigger.compiler.Trigger(name='steps_by_one', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."last" <> OLD."last" + 1)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='2e732bd662eb36e94a77d346b65d5fd31d75d02a', operation='UPDATE', pgid='pgtrigger_steps_by_one_02b98', table='boards_numberseries', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='membership_ends_after_start', violation_error_message='The term of office ends before it starts.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.F('board'), '='), (models.F('person'), '='), (boards.board.models.DateRange(models.F('valid_from'), models.F('valid_to')), '&&')], name='membership_once_at_a_time', violation_error_code='overlap', violation_error_message='The period overlaps one that is entered already.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('role', 'chair')), expressions=[(models.F('board'), '='), (boards.board.models.DateRange(models.F('valid_from'), models.F('valid_to')), '&&')], name='membership_one_chair_at_a_time', violation_error_code='overlap', violation_error_message='The period overlaps one that is entered already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='74cfc3b206ea0130bcf1504f2b40e2e3785f73f9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_dc59a', table='boards_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='2875720b15ebb8739c7ca7ea4f296dab06c01fe1', operation='DELETE', pgid='pgtrigger_never_deleted_b850d', table='boards_membership', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='187450833719496910572c3ef552afe107592d35', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_ebfc3', table='boards_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='e3a36c6218063e477fcddab85f0c4918e4727375', operation='DELETE', pgid='pgtrigger_never_deleted_8e0da', table='boards_user', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='recipient',
            constraint=models.UniqueConstraint(fields=('board', 'name'), name='recipient_once_per_board'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recipient',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='1cae7c9256ca84c718435c6298136f07a343c76b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_12e66', table='boards_recipient', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='regulations',
            constraint=models.UniqueConstraint(fields=('board', 'valid_from'), name='regulations_once_per_day'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='regulations',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='8e08bb14d0476c04f0c0bed6bd0b020f7e050673', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_dd4da', table='boards_regulations', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.F('user'), '='), (models.F('board'), '='), (models.F('role'), '='), (boards.board.models.DateRange(models.F('valid_from'), models.F('valid_to')), '&&')], name='role_once_at_a_time', violation_error_code='overlap', violation_error_message='The period overlaps one that is entered already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='d3a86c47f3b23c5c70d977c5dd9e486f82b88001', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_098da', table='boards_roleassignment', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='staffpost',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='staff_post_ends_after_start', violation_error_message='The post ends before it starts.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='staffpost',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='9327fb965548fe4ddff2a9e1afa7b4d92cb6c8a4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_ee407', table='boards_staffpost', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='substitutionorder',
            constraint=models.UniqueConstraint(fields=('board', 'absent_party', 'position'), name='substitution_position_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='substitutionorder',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='379eccde5ebafe66e2aaae9c051dce4e608fd2b2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_34cc9', table='boards_substitutionorder', when='AFTER')),
        ),
    ]
