namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>A client of version 1, as far as the server sees it.</summary>
internal interface IOldConnection : IDisposable
{
    Task Send(string text);

    /// <summary>The next frame, as it came; null at the end.</summary>
    Task<string?> Next();

    /// <summary>Ends the client's side, with a goodbye or without.</summary>
    Task End(bool isBroken);
}
