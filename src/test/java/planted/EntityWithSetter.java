package planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class EntityWithSetter {
    @Id
    long id;

    void setId(long id) {
        this.id = id;
    }
}
