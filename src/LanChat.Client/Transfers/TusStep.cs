namespace LanChat.Client.Transfers;

/// <summary>The requests of an upload.</summary>
internal enum TusStep
{
    Create,
    Find,
    Append,
    Delete,
}
