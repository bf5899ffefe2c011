namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>A client of version 1 as the server sees it.</summary>
internal interface IVersion1Connection : IDisposable
{
    Task Send(string text);

    /// <summary>Returns the next frame unchanged; null at the end.</summary>
    Task<string?> Next();

    /// <summary>Closes or resets the client's side.</summary>
    Task End(bool isBroken);
}
