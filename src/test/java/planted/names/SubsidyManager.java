package planted.names;

class SubsidyManager {}
