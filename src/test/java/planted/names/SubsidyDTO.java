package planted.names;

class SubsidyDTO {}
