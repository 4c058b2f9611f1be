-- Nobody pays ten million yuan of premium: whoever adds payments up may do so in integers.
alter table payment_record add constraint payment_record_amounts
    check (abs(total_fen) < 1000000000 and abs(subsidised_fen) < 1000000000);
