// npm run schema: rewrites tests/store/schema.sql from the migrations.
import { writeFileSync } from 'node:fs';
import { openInMemory } from '../../src/lib/server/store/database.ts';
import { migrate } from '../../src/lib/server/store/migrate.ts';
import { schemaDump } from './schema-dump.ts';

const store = await openInMemory();
await migrate(store.db);
writeFileSync('tests/store/schema.sql', await schemaDump(store.db));
await store.close();
