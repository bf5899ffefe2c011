namespace LanChat.Browser.Tests.Browsers;

/// <summary>A browser of another engine, driven by its own remote protocol.</summary>
internal interface IDrivenBrowser : IAsyncDisposable
{
    Task Go(Uri page);

    /// <summary>
    /// Presses and releases keys one after the other; <see cref="Keys"/> has those without a
    /// character.
    /// </summary>
    Task Type(string keys);

    /// <summary>Presses a key while Ctrl is held.</summary>
    Task TypeWithControl(char key);

    /// <summary>Evaluates a JavaScript expression and returns its value as text.</summary>
    Task<string> Read(string expression);

    /// <summary>Chooses a file in the input element with this selector.</summary>
    Task Choose(string selector, string path);
}
