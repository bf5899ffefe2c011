using System.Text;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Names;

/// <summary>The private words that wait for the owners of names, in the order they were said. What changes is noted, to be kept.</summary>
internal sealed class WordBox
{
    private readonly NameSettings _settings;
    private readonly ICollection<Note> _notes;
    private readonly TimeProvider _clock;
    private readonly Dictionary<Nick, Queue<WaitingWord>> _words = [];
    private long _bytes;
    private long _lastNumber;

    /// <param name="settings">How many may wait, and how long.</param>
    /// <param name="waiting">Those that wait already, oldest first.</param>
    /// <param name="notes">Where changes are noted.</param>
    /// <param name="clock">Tells how long a word has waited.</param>
    public WordBox(NameSettings settings, IReadOnlyList<WaitingWord> waiting, ICollection<Note> notes, TimeProvider clock)
    {
        (_settings, _notes, _clock) = (settings, notes, clock);
        foreach (var word in waiting)
        {
            if (Nick.TryRecall(word.To, out var to)) Add(to, word);
        }
    }

    /// <summary>Those for whom something waits.</summary>
    public IEnumerable<Nick> Addressees => _words.Keys;

    /// <summary>Lets a word wait; the reason when it can't.</summary>
    public Refusal? Keep(Nick to, ChatMessage message)
    {
        foreach (var nick in _words.Keys.ToArray()) DropExpired(nick);
        var waiting = _words.TryGetValue(to, out var words) ? words.Count : 0;
        if (waiting >= _settings.WordsPerName || _bytes + SizeOf(message) > _settings.WordsTotal) return Refusal.WordsFull;

        // Milliseconds grow over restarts, also where no word was left to say how far it had come.
        var word = new WaitingWord(Math.Max(_lastNumber + 1, _clock.GetUtcNow().ToUnixTimeMilliseconds()), to.Text, message);
        Add(to, word);
        _notes.Add(new Note.WordWaits(word));
        return null;
    }

    /// <summary>What waits for the owner of a name.</summary>
    public IReadOnlyCollection<WaitingWord> For(Nick nick)
    {
        DropExpired(nick);
        return _words.TryGetValue(nick, out var words) ? words : [];
    }

    /// <summary>The owner of a name has all up to this number; whether any of them waited.</summary>
    public bool HandedOver(Nick nick, long number) => Drop(nick, word => word.Number <= number);

    private static int SizeOf(ChatMessage message) => Encoding.UTF8.GetByteCount(message.Text);

    private void Add(Nick to, WaitingWord word)
    {
        if (!_words.TryGetValue(to, out var words)) _words.Add(to, words = new Queue<WaitingWord>());
        words.Enqueue(word);
        _bytes += SizeOf(word.Message);
        _lastNumber = Math.Max(_lastNumber, word.Number);
    }

    private void DropExpired(Nick nick)
    {
        var now = _clock.GetLocalNow().DateTime;
        Drop(nick, word => now - word.Message.Time > _settings.WordsKept);
    }

    private bool Drop(Nick nick, Func<WaitingWord, bool> isOver)
    {
        if (!_words.TryGetValue(nick, out var words)) return false;
        var before = words.Count;
        while (words.TryPeek(out var word) && isOver(word))
        {
            words.Dequeue();
            _bytes -= SizeOf(word.Message);
            _notes.Add(new Note.WordGone(word.Number));
        }

        if (words.Count == 0) _words.Remove(nick);
        return words.Count < before;
    }
}
