comment on column reconciliation_line.tier is
    'that the person pays in; where the notice keeps what was paid by an earlier determination, its tier, run and outcome';
