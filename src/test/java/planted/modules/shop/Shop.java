package planted.modules.shop;

public class Shop {}
