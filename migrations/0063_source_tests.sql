-- What the source of a value tested itself: against which earlier round, and whether it found a difference; null = it did not test.
alter table observations
  add column tested_against uuid references waves (id),
  add column tested_change boolean,
  add constraint observations_tested_whole check ((tested_against is null) = (tested_change is null)),
  add constraint observations_tested_other check (tested_against <> wave_id);
