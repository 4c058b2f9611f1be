package planted.modules.shop.hidden;

public class Till {}
