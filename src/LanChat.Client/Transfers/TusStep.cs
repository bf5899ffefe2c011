namespace LanChat.Client.Transfers;

/// <summary>The requests an upload is made of.</summary>
internal enum TusStep
{
    Create,
    Find,
    Append,
    Delete,
}
