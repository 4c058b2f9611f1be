package planted.names;

class SubsidyVO {}
