namespace LanChat.Client.Terminal.Devices;

/// <summary>A screen and a keyboard.</summary>
internal interface ITerminal
{
    /// <summary>Width in cells, at least 1.</summary>
    int Width { get; }

    /// <summary>Height in rows, at least 1.</summary>
    int Height { get; }

    /// <summary>Switches to the alternate screen and starts to report events.</summary>
    void Listen(TerminalEvents events);

    /// <summary>Writes the text with one system call.</summary>
    void Write(string text);

    /// <summary>
    /// Suspends the process as Ctrl+Z does; the main screen is shown until it resumes.
    /// </summary>
    void Suspend();

    /// <summary>Restores the main screen; later writes go below its content.</summary>
    void Close();
}
