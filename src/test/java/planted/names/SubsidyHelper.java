package planted.names;

class SubsidyHelper {}
