package org.zhubao.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhubao.protection.Vault;
import org.zhubao.roster.RosterFileRefused.Reason;
import tools.jackson.databind.json.JsonMapper;

/** Keeps why a file was not taken. It may quote the file's first lines and is encrypted for that. */
@Component
class StoredRefusals {

    private final Vault vault;
    private final JsonMapper json;

    StoredRefusals(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    private record Stored(Reason reason, List<String> arguments, @Nullable UnreadHeading heading) {}

    byte[] write(RosterFileRefused refused) {
        return vault.encrypt(
                json.writeValueAsString(new Stored(refused.reason(), refused.arguments(), refused.heading())));
    }

    RosterFileRefused read(byte[] cipher) {
        Stored stored = json.readValue(vault.decryptText(cipher), Stored.class);
        return new RosterFileRefused(
                stored.reason(), stored.heading(), stored.arguments().toArray(String[]::new));
    }
}
