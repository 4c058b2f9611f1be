#!/bin/sh
# Makes the role that the application works as, when the database is made. It owns nothing; migrations grant it rights.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set password="$APPLICATION_PASSWORD" <<'SQL'
create role zhubao_app login password :'password';
SQL
