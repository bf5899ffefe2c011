namespace Akka.Event;

/// <summary>Stands for the class of a log source that is only a name.</summary>
public class DummyClassForStringSources;
