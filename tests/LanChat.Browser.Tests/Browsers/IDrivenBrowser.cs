namespace LanChat.Browser.Tests.Browsers;

/// <summary>A browser of another engine, driven by what its makers offer for that.</summary>
internal interface IDrivenBrowser : IAsyncDisposable
{
    Task Go(Uri page);

    /// <summary>
    /// Presses and releases these keys one after the other; <see cref="Keys"/> has those that are
    /// no characters.
    /// </summary>
    Task Type(string keys);

    /// <summary>Presses a key while Ctrl is held.</summary>
    Task TypeWithControl(char key);

    /// <summary>What a JavaScript expression is, as text.</summary>
    Task<string> Read(string expression);

    /// <summary>Chooses a file in the field of that selector.</summary>
    Task Choose(string selector, string path);
}
