package planted.web;

import planted.PublicEntity;

class WebSeesEntity {
    PublicEntity shown;
}
