namespace LanChat.Client.Transfers;

/// <summary>How far something has come: counted by the task that does it, looked at by others.</summary>
internal sealed class Pulse
{
    private long _done;
    private long _size;

    public long Done
    {
        get => Volatile.Read(ref _done);
        set => Volatile.Write(ref _done, value);
    }

    public long Size
    {
        get => Volatile.Read(ref _size);
        set => Volatile.Write(ref _size, value);
    }
}
