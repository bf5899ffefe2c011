namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>
/// Fault tests run one after the other, and beside no other test: each ends with a client that must
/// be served within a second.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultsCollection
{
    public const string Name = "faults";
}
