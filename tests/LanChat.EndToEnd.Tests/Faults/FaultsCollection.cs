namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>
/// Faults are made one after the other and beside nothing else: each ends with a second in which
/// somebody must be served.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultsCollection
{
    public const string Name = "faults";
}
