package planted.modules.office;

import planted.modules.shop.hidden.Till;

class ReachesIntoTheShop {
    Till till;
}
