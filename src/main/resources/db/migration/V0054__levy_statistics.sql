-- After a push or a long list of payments the next question comes at once, see V0044.
grant maintain on mark_line, payment_record, reconciliation_line to zhubao_app;
