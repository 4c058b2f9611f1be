package planted.names;

class SubsidyServiceImpl {}
