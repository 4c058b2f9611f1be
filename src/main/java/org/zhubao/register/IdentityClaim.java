package org.zhubao.register;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A claim as stored, with the time it holds and the time it was known. Rosters write it in bulk; this only reads. */
@Entity
@Table(name = "identity_claim")
class IdentityClaim {

    @Id
    private UUID id;

    private String region;
    private String county;
    private int benefitYear;
    private UUID personId;
    private String department;
    private String identity;

    @Convert(converter = AttributesConverter.class)
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private Map<String, String> attributes;

    private @Nullable LocalDate recognisedOn;
    private @Nullable LocalDate expiresOn;
    private Instant knownFrom;
    private @Nullable Instant knownTo;
    private UUID batchId;
    private int rowNumber;
    private @Nullable String township;

    protected IdentityClaim() {
        // for JPA
    }

    UUID batchId() {
        return batchId;
    }

    Claim toClaim(String fileName) {
        return new Claim(
                department,
                identity,
                attributes,
                recognisedOn,
                expiresOn,
                knownFrom,
                knownTo,
                batchId,
                fileName,
                rowNumber);
    }
}
