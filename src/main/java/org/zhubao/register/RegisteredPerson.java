package org.zhubao.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.protection.Vault;

/** A person as stored: the number encrypted, the key a keyed hash of it. Rosters write it in bulk; this only reads. */
@Entity
@Table(name = "person")
class RegisteredPerson {

    @Id
    private UUID id;

    private String region;
    private UUID personKey;
    private byte[] numberCipher;
    private String numberTail;
    private String name;
    private String comparableName;
    private LocalDate birthDate;
    private boolean male;
    private String county;
    private @Nullable String township;
    private String village;
    private Instant knownFrom;

    protected RegisteredPerson() {
        // for JPA
    }

    String region() {
        return region;
    }

    UUID id() {
        return id;
    }

    String county() {
        return county;
    }

    @Nullable
    String township() {
        return township;
    }

    Person toPerson(Vault vault, String townshipName) {
        return new Person(
                region, id, name, vault.decryptNumber(numberCipher), birthDate, male, county, townshipName, village);
    }
}
