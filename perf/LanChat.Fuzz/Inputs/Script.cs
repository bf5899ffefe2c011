namespace LanChat.Fuzz.Inputs;

/// <summary>The input of one client: a mutated session.</summary>
internal static class Script
{
    // More pieces cost time and find little that a few do not.
    private const int MostPieces = 24;

    /// <summary>Mutates one of these sessions; some stay unchanged.</summary>
    public static List<Piece> Of(IReadOnlyList<Recording> recordings, Dice dice)
    {
        var pieces = new List<Piece>();
        dice.Of(recordings).CopyTo(pieces, gbk: dice.Once(4));
        if (dice.Once(8)) return pieces;
        do
        {
            if (dice.Once(5)) Rearrange(pieces, dice);
            else Mutation.Apply(dice.Of(pieces).Bytes, dice);
        }
        while (!dice.Once(3));

        return pieces;
    }

    private static void Rearrange(List<Piece> pieces, Dice dice)
    {
        var at = dice.Below(pieces.Count);
        var piece = pieces[at];
        switch (dice.Below(7))
        {
            case 0 when pieces.Count > 1:
                pieces.RemoveAt(at);
                break;
            case 1 when pieces.Count < MostPieces:
                pieces.Insert(dice.Below(pieces.Count + 1), new Piece([.. piece.Bytes], piece.Pauses));
                break;
            case 2:
                pieces.RemoveAt(at);
                pieces.Insert(dice.Below(pieces.Count + 1), piece);
                break;
            case 3 when at > 0:
                pieces[at - 1].Bytes.AddRange(piece.Bytes);
                pieces.RemoveAt(at);
                break;
            case 4 when pieces.Count < MostPieces:
                var cut = dice.Below(piece.Bytes.Count + 1);
                pieces.Insert(at + 1, new Piece([.. piece.Bytes[cut..]], piece.Pauses));
                piece.Bytes.RemoveRange(cut, piece.Bytes.Count - cut);
                piece.Pauses = dice.Once(2);
                break;
            case 5 when pieces.Count < MostPieces:
                // The rest comes from another session, maybe of another dialect.
                pieces.RemoveRange(at + 1, pieces.Count - at - 1);
                dice.Of(Recordings.All).CopyTo(pieces, gbk: dice.Once(4));
                break;
            default:
                piece.Pauses = !piece.Pauses;
                break;
        }
    }
}
