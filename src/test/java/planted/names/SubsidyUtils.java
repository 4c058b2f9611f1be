package planted.names;

class SubsidyUtils {}
