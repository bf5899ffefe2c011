namespace LanChat.Client.Transfers;

/// <summary>Progress of a transfer: written by its task, read by others without a lock.</summary>
internal sealed class ProgressCounter
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
