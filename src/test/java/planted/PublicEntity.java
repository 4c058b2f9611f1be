package planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class PublicEntity {
    @Id
    long id;
}
